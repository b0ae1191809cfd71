// The sandbox's control API.

/** What the platform's attributes and first shoppers are: `{name: value}`. */
export async function credentials(platform) {
  const all = await get("/credentials");
  return Object.fromEntries(all[platform].map(({ name, value }) => [name, value]));
}

/** The ids of all platforms. */
export async function platforms() {
  return (await get("/platforms")).map(({ id }) => id);
}

async function get(path) {
  const answer = await fetch(`${process.env.STOREFRONT_SIGNUP_SANDBOX}/_sandbox${path}`);
  return answer.json();
}
