package pbx.media;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Audio of this machine; PID {@value #PID}. */
@ObjectClassDefinition(
        name = "PBX audio",
        description =
                "Devices, tones and ways through the network. Devices change at once, in calls too; servers with the"
                        + " next call.")
public @interface MediaConfig {
    String PID = "pbx.media";

    @AttributeDefinition(
            name = "Microphone",
            description = "A part of the device's name; default: the system's choice; none: calls send silence.")
    String microphone() default "default";

    @AttributeDefinition(
            name = "Speaker",
            description = "A part of the device's name; default: the system's choice; none: nothing is played.")
    String speaker() default "default";

    @AttributeDefinition(
            name = "Ringer",
            description = "The speaker on which calls ring: a part of its name; default; none: nothing rings.")
    String ringer() default "default";

    @AttributeDefinition(
            name = "Echo cancellation",
            description = "Takes what the speaker plays out of what the microphone hears.")
    boolean echoCancellation() default true;

    @AttributeDefinition(name = "Noise suppression", description = "Makes what is no voice quieter.")
    boolean noiseSuppression() default true;

    @AttributeDefinition(name = "Gain control", description = "Brings voices to the same loudness.")
    boolean gainControl() default true;

    @AttributeDefinition(
            name = "Ring tone",
            description = "A WAV file; empty: the one that is built in; none: calls are silent.")
    String ringTone() default "";

    @AttributeDefinition(
            name = "Ring tones",
            description = "Others for some: WHO=FILE, WHO a caller's number or an account's name; none for no ring.")
    String[] ringTones() default {};

    @AttributeDefinition(
            name = "Ringback",
            description = "Plays a tone while the far end rings and the PBX plays none.")
    boolean ringback() default true;

    @AttributeDefinition(
            name = "Call waiting tone",
            description = "Beeps when a call comes in while another one is up.")
    boolean callWaitingTone() default true;

    @AttributeDefinition(name = "Key tones", description = "Lets keys be heard here when they are pressed.")
    boolean keyTones() default true;

    @AttributeDefinition(
            name = "Hold music",
            description = "A WAV file for whoever is held by this side; empty: silence, or what the PBX plays.")
    String holdMusic() default "";

    @AttributeDefinition(name = "Recordings", description = "The folder into which calls are recorded, if they are.")
    String recordings() default "data/recordings";

    @AttributeDefinition(
            name = "ICE servers",
            description =
                    "How a way through the network is found: stun:HOST:PORT, turn:HOST:PORT?transport=udp, one each.")
    String[] iceServers() default {};

    @AttributeDefinition(name = "ICE user", description = "The user for TURN servers.")
    String iceUser() default "";

    @AttributeDefinition(
            name = "ICE password",
            description = "The password for TURN servers.",
            type = AttributeType.PASSWORD)
    String _icePassword() default "";
}
