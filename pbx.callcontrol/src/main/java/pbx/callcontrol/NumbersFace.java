package pbx.callcontrol;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import pbx.api.AccountId;
import pbx.api.call.Dialable;
import pbx.api.call.Numbers;

/** Numbers as everybody sees them. */
@Component(immediate = true)
public final class NumbersFace implements Numbers {
    private final CallControl control;

    @Activate
    public NumbersFace(@Reference CallControl control) {
        this.control = control;
    }

    @Override
    public Dialable read(AccountId from, String text) {
        return control.board().dialable(from, text);
    }

    @Override
    public String shown(AccountId account, String number) {
        return control.board().shown(account, number);
    }
}
