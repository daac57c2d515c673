package calllog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.Driver;
import org.h2.jdbcx.JdbcDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pbx.api.PbxException;

/**
 * The history in an embedded H2 database of one file. What was written half a second ago is on the disk, so that a machine
 * that dies loses no more. From any thread, one at a time.
 */
final class History implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(History.class);
    private static final String COLUMNS = "account, call, direction, number, name, began, answered, ended, ending";
    private static final String TABLE =
            """
            CREATE TABLE IF NOT EXISTS calls (id IDENTITY, account VARCHAR, call VARCHAR, direction VARCHAR, number VARCHAR,
              name VARCHAR, began BIGINT, answered BIGINT, ended BIGINT, ending VARCHAR);
            CREATE INDEX IF NOT EXISTS by_end ON calls (ended);
            CREATE INDEX IF NOT EXISTS by_number ON calls (number);
            CREATE UNIQUE INDEX IF NOT EXISTS by_call ON calls (account, call, began)""";
    /** A database of an older call log takes an id once only, though a PBX may use it again. */
    private static final String OLD_KEYS =
            """
            SELECT constraint_name FROM information_schema.table_constraints
              WHERE table_schema = 'PUBLIC' AND table_name = 'CALLS' AND constraint_type = 'UNIQUE'""";

    private final Connection database;

    History(Path folder) throws IOException {
        Files.createDirectories(folder);
        JdbcDataSource source = new JdbcDataSource();
        // no hook at the JVM's end: it would remember this plugin's classes until then
        source.setURL("jdbc:h2:file:" + folder.toAbsolutePath().resolve("calls")
                + ";WRITE_DELAY=250;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0");
        try {
            database = source.getConnection();
            try (Statement table = database.createStatement()) {
                table.execute(TABLE);
            }
            dropOldKeys();
        } catch (SQLException e) {
            Driver.unload();
            throw new IOException("the call log in " + folder + " does not open: " + e.getMessage(), e);
        }
    }

    private void dropOldKeys() throws SQLException {
        try (Statement old = database.createStatement();
                Statement drop = database.createStatement();
                ResultSet names = old.executeQuery(OLD_KEYS)) {
            while (names.next()) {
                drop.execute("ALTER TABLE calls DROP CONSTRAINT \"" + names.getString(1) + "\"");
            }
        }
    }

    /** Once: a call that is there already is not added again. An id that the PBX uses again is another call's. */
    synchronized void add(Entry entry) {
        try (PreparedStatement insert = database.prepareStatement(
                "MERGE INTO calls (" + COLUMNS + ") KEY (account, call, began) VALUES (?,?,?,?,?,?,?,?,?)")) {
            insert.setString(1, entry.account());
            insert.setString(2, entry.call());
            insert.setString(3, entry.direction());
            insert.setString(4, entry.number());
            insert.setString(5, entry.name());
            insert.setLong(6, entry.began().toEpochMilli());
            insert.setObject(7, entry.answered().map(Instant::toEpochMilli).orElse(null));
            insert.setLong(8, entry.ended().toEpochMilli());
            insert.setString(9, entry.ending());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** The latest first. {@code search} is a part of number, name or ending, in any case. */
    synchronized List<Entry> find(String search, int most) {
        String like = "%" + search.replaceAll("([\\\\%_])", "\\\\$1") + "%";
        try (PreparedStatement query =
                database.prepareStatement("SELECT id, " + COLUMNS + " FROM calls WHERE number ILIKE ?"
                        + " OR name ILIKE ? OR ending ILIKE ? ORDER BY ended DESC, id DESC LIMIT ?")) {
            for (int i = 1; i <= 3; i++) {
                query.setString(i, like);
            }
            query.setInt(4, most);
            try (ResultSet found = query.executeQuery()) {
                List<Entry> entries = new ArrayList<>();
                while (found.next()) {
                    entries.add(entry(found));
                }
                return entries;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Erases all calls with the number of this one; an anonymous one alone. Returns how many. */
    synchronized int erase(long row) {
        return update(
                "DELETE FROM calls WHERE id = ? OR number = (SELECT number FROM calls WHERE id = ? AND number <> '')",
                row,
                row);
    }

    /** Erases what ended before. Returns how many. */
    synchronized int eraseBefore(Instant limit) {
        return update("DELETE FROM calls WHERE ended < ?", limit.toEpochMilli());
    }

    private int update(String statement, long... values) {
        try (PreparedStatement update = database.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                update.setLong(i + 1, values[i]);
            }
            return update.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static Entry entry(ResultSet row) throws SQLException {
        long answered = row.getLong("answered");
        return new Entry(
                row.getLong("id"),
                row.getString("account"),
                row.getString("call"),
                row.getString("direction"),
                row.getString("number"),
                row.getString("name"),
                Instant.ofEpochMilli(row.getLong("began")),
                row.wasNull() || answered == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(answered)),
                Instant.ofEpochMilli(row.getLong("ended")),
                row.getString("ending"));
    }

    /** Writes what is open and takes the driver away again, with its threads. */
    @Override
    public synchronized void close() {
        try {
            database.close();
        } catch (SQLException e) {
            LOG.warn("the call log did not close in order: {}", e.getMessage());
        }
        Driver.unload();
    }

    private static PbxException failed(SQLException e) {
        return new PbxException(PbxException.Reason.INVALID, "the call log's database says: " + e.getMessage(), e);
    }
}
