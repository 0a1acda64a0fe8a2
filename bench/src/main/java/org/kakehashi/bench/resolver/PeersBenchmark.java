package org.kakehashi.bench.resolver;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;
import org.kakehashi.bench.Benchmark;
import org.kakehashi.resolver.Candidate;
import org.kakehashi.resolver.Hints;
import org.kakehashi.resolver.Resolver;
import org.kakehashi.resolver.ror.RorReader;
import org.kakehashi.resolver.ror.RorRelease;

/// The resolver beside two plain lookups over the same names in one run, one thread each: the most
/// similar name by trigrams in PostgreSQL, and the best name by BM25 in Lucene.
public final class PeersBenchmark implements Benchmark {

    private static final int SAMPLE = 500;
    private static final int WARM_UP = 3_000;

    /// Strings asked of each lookup before its time counts.
    private static final int WARM = 20;

    /// Seconds after which a lookup is asked nothing more: trigrams of a long affiliation take most
    /// of a second.
    private static final String SECONDS = "45";

    @Override
    public String name() {
        return "resolver-peers";
    }

    @Override
    public String description() {
        return "the resolver beside pg_trgm and Lucene BM25, over as much of a sample as N seconds"
                + " allow: --data FILE.tsv --ror FILE [--sample N] [--seconds N]";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        Options options = Options.of(arguments);
        Path ror = Path.of(options.one("ror"));
        List<Truth> truths =
                options.all("data").stream().flatMap(file -> read(file).stream()).toList();
        List<Truth> sample = sample(truths, options.all("sample"));
        double most = Double.parseDouble(options.one("seconds", SECONDS));
        Successor successor = Successor.from(ror);
        Resolver resolver = Loaded.from(ror).resolver();
        truths.stream()
                .limit(WARM_UP)
                .forEach(truth -> resolver.resolve(truth.text(), truth.hints()));
        double own =
                measure(
                        "kakehashi",
                        sample,
                        successor,
                        most,
                        text -> {
                            List<Candidate> found =
                                    resolver.resolve(text, Hints.none()).candidates();
                            return found.isEmpty() ? null : found.getFirst().id();
                        });
        double lucene;
        try (Bm25 bm25 = new Bm25(ror)) {
            lucene = measure("lucene-bm25", sample, successor, most, bm25::best);
        }
        double gin;
        double gist;
        try (Trigrams postgres = new Trigrams(ror)) {
            gin = measure("pg_trgm-gin", sample, successor, most, postgres::best);
            postgres.nearest();
            gist = measure("pg_trgm-gist", sample, successor, most, postgres::best);
        }
        System.out.printf(
                Locale.ROOT,
                "TIMES pg_trgm=%.1f pg_trgm_gin=%.1f pg_trgm_gist=%.1f lucene=%.1f%n",
                own / Math.max(gin, gist),
                own / gin,
                own / gist,
                own / lucene);
    }

    private static List<Truth> read(String file) {
        try {
            return Truth.read(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Truth> sample(List<Truth> truths, List<String> size) {
        List<Truth> shuffled = new ArrayList<>(truths);
        Collections.shuffle(shuffled, new Random(1));
        int most = size.isEmpty() ? SAMPLE : Integer.parseInt(size.getFirst());
        return shuffled.subList(0, Math.min(most, shuffled.size()));
    }

    /// Finds the one best organization of a text, or none.
    private interface Lookup {
        @Nullable String find(String text) throws Exception;
    }

    private static double measure(
            String name, List<Truth> sample, Successor successor, double most, Lookup lookup)
            throws Exception {
        for (Truth truth : sample.subList(0, Math.min(WARM, sample.size()))) {
            lookup.find(truth.text());
        }
        int right = 0;
        int asked = 0;
        long start = System.nanoTime();
        while (asked < sample.size() && System.nanoTime() - start < most * 1e9) {
            Truth truth = sample.get(asked);
            asked++;
            String found = lookup.find(truth.text());
            var wanted = truth.ids().stream().map(successor::current).collect(Collectors.toSet());
            right += found != null && wanted.contains(successor.current(found)) ? 1 : 0;
        }
        double perSecond = asked * 1e9 / (System.nanoTime() - start);
        System.out.printf(
                Locale.ROOT,
                "PEER name=%s n=%d first_right=%.4f per_s=%.1f%n",
                name,
                asked,
                (double) right / asked,
                perSecond);
        return perSecond;
    }

    private record Name(String id, String value) {}

    private static void names(Path ror, Consumer<Name> action) throws IOException {
        try (RorReader reader = RorRelease.of(ror).open(problem -> {})) {
            reader.records()
                    .forEach(record ->
                            record.names().stream()
                                    .filter(name -> !name.types().equals(List.of("acronym")))
                                    .forEach(name ->
                                            action.accept(new Name(record.id(), name.value()))));
        }
    }

    private static final class Bm25 implements AutoCloseable {
        private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
        private final StandardAnalyzer analyzer = new StandardAnalyzer();
        private final DirectoryReader reader;
        private final IndexSearcher searcher;

        Bm25(Path ror) throws IOException {
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
                names(ror, name -> add(writer, name));
            }
            reader = DirectoryReader.open(directory);
            searcher = new IndexSearcher(reader);
        }

        private static void add(IndexWriter writer, Name name) {
            Document document = new Document();
            document.add(new StoredField("id", name.id()));
            document.add(new TextField("name", name.value(), Field.Store.NO));
            try {
                writer.addDocument(document);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Nullable String best(String text) throws IOException {
            var query =
                    new QueryBuilder(analyzer)
                            .createBooleanQuery("name", text, BooleanClause.Occur.SHOULD);
            if (query == null) {
                return null;
            }
            ScoreDoc[] hits =
                    searcher.search(
                                    new BooleanQuery.Builder()
                                            .add(query, BooleanClause.Occur.MUST)
                                            .build(),
                                    1)
                            .scoreDocs;
            return hits.length == 0
                    ? null
                    : searcher.storedFields().document(hits[0].doc).get("id");
        }

        @Override
        public void close() throws IOException {
            reader.close();
            directory.close();
        }
    }

    private static final class Trigrams implements AutoCloseable {
        private static final int BATCH = 5_000;

        private final EmbeddedPostgres database;
        private final Connection connection;
        private PreparedStatement query;

        Trigrams(Path ror) throws IOException, SQLException {
            database =
                    EmbeddedPostgres.builder()
                            .setLocaleConfig("locale-provider", "builtin")
                            .setLocaleConfig("builtin-locale", "C.UTF-8")
                            .setLocaleConfig("encoding", "UTF8")
                            .setServerConfig("shared_buffers", "512MB")
                            .setServerConfig("jit", "off")
                            .start();
            connection = database.getPostgresDatabase().getConnection();
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("create extension pg_trgm");
                statement.execute("create table names (id text, name text)");
                fill(ror);
                statement.execute("create index on names using gin (name gin_trgm_ops)");
                statement.execute("analyze names");
            }
            connection.commit();
            query =
                    connection.prepareStatement(
                            "select id from names where name % ? order by similarity(name, ?) desc,"
                                    + " id limit 1");
        }

        /// From here on the nearest name by distance, which a GiST index gives in order.
        void nearest() throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("drop index names_name_idx");
                statement.execute(
                        "create index on names using gist (name gist_trgm_ops(siglen = 64))");
                statement.execute("set enable_seqscan = off");
                statement.execute("analyze names");
            }
            connection.commit();
            query.close();
            query =
                    connection.prepareStatement(
                            "select id from names where name % ? order by name <-> ? limit 1");
        }

        private void fill(Path ror) throws IOException, SQLException {
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into names values (?, ?)")) {
                int[] waiting = {0};
                names(
                        ror,
                        name -> {
                            try {
                                insert.setString(1, name.id());
                                insert.setString(2, name.value());
                                insert.addBatch();
                                waiting[0]++;
                                if (waiting[0] % BATCH == 0) {
                                    insert.executeBatch();
                                }
                            } catch (SQLException e) {
                                throw new IllegalStateException(e);
                            }
                        });
                insert.executeBatch();
            }
        }

        @Nullable String best(String text) throws SQLException {
            query.setString(1, text);
            query.setString(2, text);
            try (ResultSet found = query.executeQuery()) {
                return found.next() ? found.getString(1) : null;
            }
        }

        @Override
        public void close() throws IOException, SQLException {
            connection.close();
            database.close();
        }
    }
}
