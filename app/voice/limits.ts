/** What one connection may cost. Everything can be set shorter in tests. */
export type SocketLimits = {
  /** At once. Two: a room that is opened again before the old one is known to be gone. */
  socketsPerPerson: number;
  /** At once. An office or a family shares an address. */
  socketsPerAddress: number;
  /** The longest frame. A message of 4,000 characters is at most 48 KB of JSON. */
  messageBytes: number;
  messagesPerSecond: number;
  messagesBurst: number;
  /** Uncompressed 16-bit speech at 48 kHz is 96 KB/s; the burst is what a slow network held back. */
  audioBytesPerSecond: number;
  audioBurstBytes: number;
  /** A frame counts as at least this much, so that a million tiny ones are too many as well. */
  audioFrameBytes: number;
  /** A minute of the above. */
  utteranceBytes: number;
  /** So many frames that are none of the protocol close the connection. */
  badMessages: number;
  /** What may wait for its answer at once; more is refused as `busy`. */
  waiting: number;
  pingMs: number;
  /** So many pings without a sign of life: the other side is gone. */
  missedPings: number;
  /**
   * How often the session is checked while nothing is said: whoever was signed out or shut out, on whichever instance, is
   * not heard or shown anything 2 s later.
   */
  recheckMs: number;
  /** How soon a turn taken elsewhere (the form, another tab, another instance) shows up. */
  lookMs: number;
  /** Unsent text a viewer may have; a slower one comes back by the events and joins the stored text. */
  bufferedBytes: number;
  /** How long the other side has for the closing handshake. */
  closeMs: number;
};

export const defaultLimits: SocketLimits = {
  socketsPerPerson: 2,
  socketsPerAddress: 10,
  messageBytes: 64 * 1024,
  messagesPerSecond: 20,
  messagesBurst: 40,
  audioBytesPerSecond: 128 * 1024,
  audioBurstBytes: 512 * 1024,
  audioFrameBytes: 512,
  utteranceBytes: 8 * 1024 * 1024,
  badMessages: 3,
  waiting: 8,
  pingMs: 25_000,
  missedPings: 2,
  recheckMs: 1_000,
  lookMs: 1_000,
  bufferedBytes: 256 * 1024,
  closeMs: 2_000,
};

/** Why a connection ends (RFC 6455, section 7.4.1, and the IANA registry of close codes). */
export const closeCodes = {
  /** The process is stopping: come back, to another instance. */
  goingAway: 1001,
  notOurProtocol: 1003,
  /** Too many messages, or no longer allowed to be here. */
  policy: 1008,
  failed: 1011,
  /** Too slow: come back by the events. */
  tryAgainLater: 1013,
} as const;
