package pbx.ui.swing;

import java.util.List;
import javax.swing.AbstractListModel;

/** The directory's lines, replaced as a whole. EDT only. */
final class DirectoryModel extends AbstractListModel<Person> {
    private List<Person> people = List.of();

    void set(List<Person> next) {
        int before = people.size();
        int after = next.size();
        people = next;
        if (after < before) {
            fireIntervalRemoved(this, after, before - 1);
        } else if (after > before) {
            fireIntervalAdded(this, before, after - 1);
        }
        if (after > 0) {
            fireContentsChanged(this, 0, after - 1);
        }
    }

    /** Where somebody is listed, or -1. */
    int indexOf(Desk.Key key) {
        return people.stream().map(Person::key).toList().indexOf(key);
    }

    @Override
    public int getSize() {
        return people.size();
    }

    @Override
    public Person getElementAt(int index) {
        return people.get(index);
    }
}
