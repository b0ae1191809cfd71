module.exports = {
  projectConfig: {
    database_type: "postgres",
    database_url: process.env.DATABASE_URL,
    store_cors: process.env.STORE_CORS,
    admin_cors: process.env.AUTH_CORS,
    jwt_secret: "only-for-tests",
    cookie_secret: "only-for-tests",
  },
  plugins: [],
  modules: {
    eventBus: { resolve: "@medusajs/event-bus-local" },
    cacheService: { resolve: "@medusajs/cache-inmemory" },
  },
}
