package pbx.simulator.sound;

/** What the PBX itself says to a party, and what it does with what the party says. */
@FunctionalInterface
public interface Program {
    /** The party with this voice comes to it. Called for each party, and again after a hold. */
    Sound with(Ring voice);

    static Program silence() {
        return voice -> Sound.silence();
    }
}
