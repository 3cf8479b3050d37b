import { BlockList, isIP } from "node:net";

/**
 * Whose connection is it, by address? Behind a proxy that is the last entry of `X-Forwarded-For`, the one the proxy itself
 * wrote; what stands before it anyone can write. Believed only from a neighbour (loopback, private, link-local), as the
 * proxy of a container host is. Good for counting connections, and for nothing that lets somebody in.
 */
export function addressOf(peer: string | undefined, forwardedFor: string | undefined): string {
  const near = plain(peer ?? "");
  const last = plain(forwardedFor?.split(",").at(-1) ?? "");
  return isNeighbour(near) && isIP(last) ? last : near;
}

/** IPv4 inside IPv6 is the same address. */
function plain(address: string): string {
  return address.trim().replace(/^::ffff:/i, "");
}

function isNeighbour(address: string): boolean {
  const version = isIP(address);
  return version !== 0 && neighbours.check(address, version === 4 ? "ipv4" : "ipv6");
}

const neighbours = new BlockList();
neighbours.addSubnet("127.0.0.0", 8);
neighbours.addSubnet("10.0.0.0", 8);
neighbours.addSubnet("172.16.0.0", 12);
neighbours.addSubnet("192.168.0.0", 16);
neighbours.addSubnet("169.254.0.0", 16);
neighbours.addAddress("::1", "ipv6");
neighbours.addSubnet("fc00::", 7, "ipv6");
neighbours.addSubnet("fe80::", 10, "ipv6");
