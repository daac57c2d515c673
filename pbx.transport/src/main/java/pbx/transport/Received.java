package pbx.transport;

import pbx.api.AccountId;
import pbx.api.connection.Message;

/** One message and whose PBX it came from. */
record Received(AccountId account, Message message) {}
