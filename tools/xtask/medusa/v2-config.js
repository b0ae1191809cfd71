const { defineConfig } = require("@medusajs/framework/utils")

module.exports = defineConfig({
  admin: { disable: true },
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    databaseDriverOptions: { connection: { ssl: false } },
    http: {
      storeCors: process.env.STORE_CORS,
      authCors: process.env.AUTH_CORS,
      adminCors: process.env.AUTH_CORS,
      jwtSecret: "only-for-tests",
      cookieSecret: "only-for-tests",
    },
  },
})
