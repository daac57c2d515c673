package pbx.callcontrol;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What the administrator decides about calls; PID {@value #PID}. Read once into {@link Rules}. */
@ObjectClassDefinition(
        name = "PBX calls",
        description = "Rules for the calls of all accounts. Changes take effect at once; calls that are up go on.")
public @interface CallControlConfig {
    String PID = "pbx.callcontrol";

    @AttributeDefinition(
            name = "Emergency numbers",
            description = "Digits as they are dialled, with the digit for an outside line if the PBX needs one, such as"
                    + " 0112. Nothing here ever keeps them from being dialled: no denied prefix, no most calls, no"
                    + " question. Those of an account's country are known besides.")
    String[] emergency() default {"112", "911"};

    @AttributeDefinition(
            name = "Denied prefixes",
            description = "Numbers that begin with one of these are not dialled and no call is transferred to them, for"
                    + " example +881 or 0900. Each is compared with the number as typed, as +country code, and as it is"
                    + " written inside its country.")
    String[] denied() default {};

    @AttributeDefinition(
            name = "Most calls",
            description = "How many calls one account may have at once on this machine, 1 to 100. Another incoming one"
                    + " is answered as busy; 1 means no call waiting.",
            min = "1",
            max = "100")
    int mostCalls() default 20;

    @AttributeDefinition(
            name = "Talk to one at a time",
            description = "Whoever dials, answers or takes a call back puts the account's other calls on hold. Off:"
                    + " several are heard, and hear, at once.")
    boolean holdOthers() default true;

    @AttributeDefinition(
            name = "Links that are asked about",
            description = "A link of such a number (tel:, sip:, callto:) is dialled only after the user has said yes.",
            options = {
                @Option(label = "every link", value = "EVERY"),
                @Option(label = "premium rate", value = "PREMIUM_RATE"),
                @Option(label = "shared cost", value = "SHARED_COST"),
                @Option(label = "another country, or not known", value = "FOREIGN")
            })
    String[] confirmLinks() default {"PREMIUM_RATE", "SHARED_COST", "FOREIGN"};
}
