package pbx.simulator.exchange;

import java.util.List;
import pbx.webrtc.AudioEngine;

/** The parts of an exchange and how they are put together. Confined to the loop, but for what says otherwise. */
final class Works {
    final Changes changes = new Changes();
    final Dialects dialects = new Dialects();
    final Mailboxes mailboxes = new Mailboxes();
    final Tenant tenant;
    final Switchboard switchboard;
    final Legs legs;
    final Voicemail voicemail;
    final Presence presence;
    final Board board;
    final Actions actions;
    final ThirdPartyControl thirdParty;
    final Directory directory;
    final Records records;
    final Contacts contacts;
    private final Facilities facilities;
    private final Loop loop;

    Works(String domain, List<String> extensions, AudioEngine engine, Loop loop) {
        this.loop = loop;
        tenant = new Tenant(domain, extensions, changes);
        Asking asking = new Asking(tenant, loop);
        History history = new History(loop);
        contacts = new Contacts(asking);
        switchboard = new Switchboard(new Watching(changes, history), loop);
        legs = new Legs(engine, "simulator@" + domain, loop, dialects);
        voicemail = new Voicemail(switchboard, mailboxes, legs, loop);
        Ringing ringing = new Ringing(switchboard, legs, contacts, loop);
        facilities = new Facilities(
                new Groups(tenant, ringing),
                new Acd(switchboard, ringing, loop, tenant),
                new Rooms(switchboard, domain),
                new Orbits(switchboard, domain));
        StarCodes starCodes = starCodes();
        Dialling dialling = new Dialling(switchboard, legs, plan(ringing, starCodes), domain);
        board = new Board(tenant, changes, dialects, mailboxes, facilities, new DomainCalls(tenant, loop));
        CallControl control =
                new CallControl(switchboard, new Transfer(switchboard, dialling, ringing), dialling, legs);
        presence = new Presence(tenant, board, new Absence(switchboard, loop), changes, loop);
        Chat chat = new Chat(tenant);
        actions = new Actions(presence, dialling, new Signalling(switchboard), new ById(control, board), chat);
        thirdParty = new ThirdPartyControl(asking, control);
        directory = new Directory(asking, facilities, starCodes, board);
        records = new Records(asking, history, mailboxes, chat);
    }

    private StarCodes starCodes() {
        StarCodes codes = new StarCodes(switchboard, tenant.domain());
        codes.add("*78", new DisturbCode(codes, true));
        codes.add("*79", new DisturbCode(codes, false));
        codes.add("*85", new ParkCode(switchboard, facilities.orbits(), codes));
        codes.add("*86", new FetchCode(facilities.orbits()));
        codes.add("*87", new PickupCode(tenant, switchboard));
        return codes;
    }

    private Dialplan plan(Ringing ringing, StarCodes starCodes) {
        return Dialplan.of(List.of(
                new Services(switchboard, loop, tenant.domain()),
                new Extensions(tenant, switchboard, ringing, voicemail),
                facilities.groups(),
                facilities.acd(),
                facilities.rooms(),
                facilities.orbits(),
                voicemail,
                starCodes));
    }

    /** After every task: callers who wait are served, and what has changed is shown. */
    void show() {
        facilities.acd().serve();
        board.refresh();
    }
}
