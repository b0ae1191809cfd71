// Medusa 1 listens on every interface, whatever it is told: only this machine may reach a test server.
const { Server } = require("net")

const listen = Server.prototype.listen

Server.prototype.listen = function (port, ...rest) {
  const callback = rest.find((argument) => typeof argument === "function")
  return listen.call(this, { port: Number(port), host: "127.0.0.1" }, callback)
}
