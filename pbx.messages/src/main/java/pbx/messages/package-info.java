/** What came while one was away: past calls, voicemail, chat. Read from the PBX, kept by none. */
package pbx.messages;
