package pbx.console.web;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.felix.webconsole.servlet.ServletConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import pbx.api.call.Call;
import pbx.api.call.Calls;
import pbx.console.Office;
import pbx.console.Table;
import pbx.console.html.CallRows;
import pbx.console.html.Controls;
import pbx.console.html.Forms;
import pbx.console.html.Html;
import pbx.console.security.Trail;
import pbx.console.security.Visitor;

/** The page "Calls": those that are up, how they sound, and for operators what ends or hands them on. */
@Component(
        service = Servlet.class,
        property = {
            ServletConstants.PLUGIN_LABEL + "=" + CallsPage.LABEL,
            ServletConstants.PLUGIN_TITLE + "=Calls",
            ServletConstants.PLUGIN_CATEGORY + "=PBX",
            ServletConstants.PLUGIN_CSS_REFERENCES + "=/" + CallsPage.LABEL + "/pbx.css"
        })
public final class CallsPage extends LivePage {
    static final String LABEL = "pbxcalls";
    private static final long serialVersionUID = 1L;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL)
    private transient volatile Calls calls;

    @Activate
    public CallsPage(@Reference Office office, @Reference Trail trail) {
        super(LABEL, trail, office, Table.CALLS);
    }

    @Override
    String above(HttpServletRequest request, Visitor visitor) {
        return Buttons.shown(Table.CALLS, visitor)
                ? Controls.form(
                        root(request),
                        visitor.token(),
                        Forms.field("Transfer to", "to", "text", "size=\"14\" autocomplete=\"off\""))
                : "";
    }

    @Override
    String act(HttpServletRequest request, Visitor visitor) throws ExecutionException, TimeoutException {
        Calls provider = calls;
        if (provider == null) {
            throw new IllegalStateException("call control is not there; try again in a moment");
        }
        String hangUp = text(request, "hangup");
        String transfer = text(request, "transfer");
        if (!hangUp.isEmpty()) {
            Call ended = get(provider.hangUp(named(provider, hangUp).id()));
            return Html.said(true, "The call with " + ended.remote().label() + " has ended.");
        }
        if (transfer.isEmpty()) {
            throw new IllegalArgumentException("this page does not do that");
        }
        String to = text(request, "to").strip();
        if (to.isEmpty()) {
            throw new IllegalArgumentException("type the number to transfer to first");
        }
        Call gone = get(provider.transfer(named(provider, transfer).id(), to));
        return Html.said(true, "The call with " + gone.remote().label() + " is transferred to " + to + ".");
    }

    private static Call named(Calls provider, String key) {
        return provider.list().stream()
                .filter(call -> CallRows.key(call).equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("this call has ended"));
    }
}
