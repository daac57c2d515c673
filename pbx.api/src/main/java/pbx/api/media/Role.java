package pbx.api.media;

/** What a device is used for. */
public enum Role {
    MICROPHONE,
    SPEAKER,
    /** Where an incoming call rings: a speaker, often another one than that of the headset. */
    RINGER
}
