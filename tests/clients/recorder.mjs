// Stands between a client and the sandbox, and records what the client sends.

import { createServer, request } from "node:http";
import { after } from "node:test";

const SANDBOX = new URL(process.env.STOREFRONT_SIGNUP_SANDBOX);

/**
 * Starts a recorder for one platform. It ends after the file's last test.
 *
 * @returns `url`, the base URL for the client, and `requests`: `{method, path, headers, body}`, oldest first
 */
export async function record(platform) {
  const requests = [];
  const server = createServer(async (incoming, outgoing) => {
    const body = await read(incoming);
    requests.push(entry(incoming, body));
    forward(platform, incoming, body, outgoing);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  after(() => server.closeAllConnections() ?? server.close());
  return { url: `http://127.0.0.1:${server.address().port}`, requests };
}

function entry({ method, url, headers }, body) {
  return { method, path: url, headers, body: parse(body) };
}

function forward(platform, incoming, body, outgoing) {
  const options = {
    host: SANDBOX.hostname,
    port: SANDBOX.port,
    path: `/${platform}${incoming.url}`,
    method: incoming.method,
    headers: incoming.headers,
  };
  const outer = request(options, (answer) => {
    outgoing.writeHead(answer.statusCode, answer.headers);
    answer.pipe(outgoing);
  });
  outer.on("error", (error) => outgoing.destroy(error));
  outer.end(body);
}

async function read(stream) {
  const pieces = [];
  for await (const piece of stream) {
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** The body as JSON, a text if it is something else, `undefined` if there is none. */
function parse(body) {
  const text = body.toString();
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}
