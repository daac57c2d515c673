package pbx.ui.swing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.swing.AbstractListModel;

/** The directory's lines. EDT only. */
final class DirectoryModel extends AbstractListModel<Person> {
    private List<Person> people = List.of();
    private final transient Map<Desk.Key, Integer> places = new HashMap<>();

    /**
     * Shows these from now on.
     *
     * @return the lines to paint anew. Where the same people are listed as before, a list would paint all its lines for a
     *     single lamp, so it is not told: the caller paints these alone
     */
    List<Integer> set(List<Person> next) {
        List<Person> before = people;
        people = next;
        if (samePlaces(before, next)) {
            return IntStream.range(0, next.size())
                    .filter(i -> !before.get(i).equals(next.get(i)))
                    .boxed()
                    .toList();
        }
        places.clear();
        IntStream.range(0, next.size()).forEach(i -> places.put(next.get(i).key(), i));
        tell(before.size(), next.size());
        return List.of();
    }

    /** Where somebody is listed, or -1. */
    int indexOf(Desk.Key key) {
        return places.getOrDefault(key, -1);
    }

    @Override
    public int getSize() {
        return people.size();
    }

    @Override
    public Person getElementAt(int index) {
        return people.get(index);
    }

    private static boolean samePlaces(List<Person> before, List<Person> next) {
        return before.size() == next.size()
                && IntStream.range(0, next.size())
                        .allMatch(i -> before.get(i).key().equals(next.get(i).key()));
    }

    private void tell(int before, int after) {
        if (after < before) {
            fireIntervalRemoved(this, after, before - 1);
        } else if (after > before) {
            fireIntervalAdded(this, before, after - 1);
        }
        if (after > 0) {
            fireContentsChanged(this, 0, after - 1);
        }
    }
}
