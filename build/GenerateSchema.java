import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.SchemaMappingType;
import org.jooq.meta.jaxb.Target;

/// Generates the typed schema: migrations → embedded PostgreSQL → jOOQ. Does nothing while migrations and generator are
/// unchanged.
/// Arguments: the migration folder, the folder to generate into, this file.
class GenerateSchema {
    static final List<String> NOT_OURS = List.of("pg_catalog", "information_schema", "public");

    public static void main(String[] args) throws Exception {
        Path migrations = Path.of(args[0]);
        Path target = Path.of(args[1]);
        Path stamp = target.resolve("migrations.sha256");
        String hash = hash(migrations) + hash(Path.of(args[2]));
        if (Files.exists(stamp) && Files.readString(stamp).equals(hash)) {
            return;
        }
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        for (String chatty : List.of("io.zonky", "org.flywaydb", "org.jooq", "org.postgresql")) {
            ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger(chatty)).setLevel(ch.qos.logback.classic.Level.WARN);
        }
        long start = System.nanoTime();
        try (var postgres =
                EmbeddedPostgres.builder()
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .setLocaleConfig("encoding", "UTF8")
                        .setServerConfig("fsync", "off")
                        .start()) {
            Flyway.configure()
                    .dataSource(postgres.getPostgresDatabase())
                    .locations("filesystem:" + migrations)
                    .load()
                    .migrate();
            generate(postgres, target);
        }
        Files.writeString(stamp, hash);
        System.out.printf("Schema generated in %.1f s%n", (System.nanoTime() - start) / 1e9);
    }

    static void generate(EmbeddedPostgres postgres, Path target) throws Exception {
        List<SchemaMappingType> schemas;
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var rows = connection.createStatement().executeQuery("select nspname from pg_namespace where nspname !~ '^pg_' order by 1")) {
            var found = new java.util.ArrayList<SchemaMappingType>();
            while (rows.next()) {
                if (!NOT_OURS.contains(rows.getString(1))) {
                    found.add(new SchemaMappingType().withInputSchema(rows.getString(1)));
                }
            }
            schemas = found;
        }
        GenerationTool.generate(
                new Configuration()
                        .withJdbc(new Jdbc().withUrl(postgres.getJdbcUrl("postgres", "postgres")))
                        .withGenerator(
                                new Generator()
                                        .withDatabase(
                                                new Database()
                                                        .withName("org.jooq.meta.postgres.PostgresDatabase")
                                                        .withSchemata(schemas)
                                                        .withIncludeSystemIndexes(false)
                                                        .withIncludeIndexes(false)
                                                        .withForcedTypes(
                                                                range("daterange", "LocalDateRange"),
                                                                range("tstzrange", "OffsetDateTimeRange")))
                                        .withGenerate(
                                                new Generate()
                                                        .withDaos(false)
                                                        .withPojos(false)
                                                        .withJavaTimeTypes(true)
                                                        .withComments(false)
                                                        .withImplicitJoinPathsToMany(false)
                                                        .withGeneratedAnnotation(false))
                                        .withTarget(
                                                new Target()
                                                        .withPackageName("org.kakehashi.schema")
                                                        .withDirectory(target.toString()))));
    }

    static ForcedType range(String type, String java) {
        return new ForcedType()
                .withUserType("org.jooq.postgres.extensions.types." + java)
                .withBinding("org.jooq.postgres.extensions.bindings." + java + "Binding")
                .withIncludeTypes(type);
    }

    static String hash(Path folder) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(folder.relativize(file).toString().getBytes());
                digest.update(Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read the migrations in " + folder, e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
