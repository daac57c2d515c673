package pbx.ui.swing;

import pbx.api.presence.Presence;

/**
 * One line of the directory.
 *
 * @param presence whom it shows
 * @param own whether that is the extension of the account that sees it
 * @param favourite whether the user marked it
 */
record Person(Presence presence, boolean own, boolean favourite) {
    Desk.Key key() {
        return Desk.Key.of(presence);
    }

    /** The name if there is one, else the number. */
    String label() {
        return presence.name().isBlank() ? presence.number() : presence.name();
    }
}
