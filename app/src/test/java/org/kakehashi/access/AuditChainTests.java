package org.kakehashi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.Digests;
import org.kakehashi.kernel.Job;
import org.kakehashi.kernel.Jobs;
import org.kakehashi.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Whoever changes the trail or a history past the application is found, and the place is named.
class AuditChainTests extends ApplicationTest {
    @Autowired private AuditChain chain;
    @Autowired private Audit audit;
    @Autowired private Units units;
    @Autowired private Jobs jobs;
    @Autowired private DSLContext jooq;
    @Autowired private TransactionTemplate transaction;

    @BeforeEach
    void changeSomething() {
        CurrentUser.SYSTEM.run(() -> {
            Unit unit = units.findByNameOrCode("LIB").orElseThrow();
            units.save(unit);
        });
        assertThat(verify().whole()).as(verify().toString()).isTrue();
    }

    @AfterEach
    void theChainIsWholeAgain() {
        assertThat(verify().broken()).isNull();
    }

    @Test
    void everyEntryAndChangeIsLinkedWithinASecond() {
        AuditReport report = verify();
        assertThat(report.waiting()).isZero();
        assertThat(report.entries()).isEqualTo(jooq.fetchCount(jooq.selectFrom("access.audit")));
        assertThat(report.changes()).isEqualTo(jooq.fetchCount(jooq.selectFrom("kernel.changes")));
        assertThat(report.line()).contains("result=whole link=-");
    }

    @Test
    void theChainIsWalkedInTheBackgroundToo() {
        UUID job = asAdmin(() -> chain.startVerifying().id());
        await().untilAsserted(() -> assertThat(jobs.get(job).state()).isEqualTo(Job.State.DONE));
        assertThat(jobs.get(job).result()).containsKey("links").doesNotContainKey("broken");
    }

    @Test
    void theTrailRefusesToBeChanged() {
        for (String statement :
                List.of(
                        "update access.audit set action = 'x'",
                        "delete from access.audit",
                        "delete from access.audit_chain",
                        "update kernel.changes set place = 'x'",
                        "update kernel.transactions set actor = null, origin = 'x'")) {
            assertThatThrownBy(() -> jooq.execute(statement))
                    .as(statement)
                    .hasMessageContaining("cannot be changed");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    update access.audit set action = 'access.unit.forged' where id = $E | access.chain.altered
                    update access.audit set actor = uuidv7() where id = $E | access.chain.altered
                    update access.audit set at = at + interval '1 us' where id = $E | access.chain.altered
                    delete from access.audit where id = $E | access.chain.removed
                    insert into access.audit (action, transaction_id) values ('x', uuidv7()) | access.chain.inserted
                    delete from access.audit_chain where subject = $E | access.chain.missing
                    update access.audit_chain set subject = uuidv7() where subject = $E | access.chain.removed
                    update access.audit_chain set seq = seq + 1000000 where subject = $E | access.chain.missing
                    update access.audit_chain set content_hash = sha256('x') where subject = $E | access.chain.link
                    update access.audit_chain set sealed_at = now() where subject = $E | access.chain.link
                    update kernel.changes set digest = sha256('x') where id = $C | access.chain.changes
                    delete from kernel.changes where id = $C | access.chain.changes
                    update kernel.transactions set actor = uuidv7() where id = $T | access.chain.changes
                    insert into kernel.changes (transaction_id, place, operation, record_id, at, digest) select uuidv7(), place, operation, record_id, at, digest from kernel.changes where id = $C | access.chain.insertedChange
                    update access.units_history set name_en = 'Forged' where id = $U and upper_inf(recorded) | access.history.altered
                    update access.units_history set recorded_by = uuidv7() where id = $U and upper_inf(recorded) | access.history.altered
                    delete from access.units_history where id = $U and upper_inf(recorded) | access.history.removed
                    insert into access.units_history select tstzrange(now(), null), recorded_by, recorded_reason, id, code, parent_id, kind, name_ja, name_en, ror_id, valid, position, version from access.units_history where id = $U and upper_inf(recorded) | access.history.inserted
                    update access.units set name_en = 'Forged' where id = $U | access.history.overwritten
                    insert into access.units (code, kind, name_ja, name_en) values ('FORGED', 'other', '偽', 'Forged') | access.history.unrecorded
                    """)
    void eachKindOfTamperingIsFoundAndNamed(String forgery, String fault) {
        UUID entry =
                (UUID)
                        jooq.fetchValue(
                                "select id from access.audit where action = 'access.unit.saved' order by id limit 1");
        UUID unit = units.findByNameOrCode("LIB").orElseThrow().id();
        Long change =
                (Long)
                        jooq.fetchValue(
                                "select max(id) from kernel.changes where operation = 'open' and record_id = {0}",
                                unit);
        UUID moved =
                (UUID)
                        jooq.fetchValue(
                                "select transaction_id from kernel.changes where id = {0}", change);
        String statement =
                forgery.replace("$E", "'" + entry + "'")
                        .replace("$C", change.toString())
                        .replace("$T", "'" + moved + "'")
                        .replace("$U", "'" + unit + "'");
        AuditReport[] found = new AuditReport[1];
        try {
            pastTheTriggers(statement, () -> found[0] = walkHere());
        } catch (Undone undone) {
            // what was forged is gone again
        }
        assertThat(found[0].broken()).as(found[0].line()).isNotNull();
        assertThat(found[0].broken().key()).isEqualTo(fault);
        assertThat(found[0].line()).contains("result=broken");
    }

    @Test
    void linksInAnotherOrderAreFound() {
        AuditReport[] found = new AuditReport[1];
        try {
            pastTheTriggers(
                    """
                    with last as (select max(seq) as n from access.audit_chain)
                    update access.audit_chain c set content_hash = o.content_hash
                    from access.audit_chain o, last
                    where (c.seq = n and o.seq = n - 1 or c.seq = n - 1 and o.seq = n)
                    """,
                    () -> found[0] = walkHere());
        } catch (Undone undone) {
            // in order again
        }
        assertThat(found[0].broken().key()).isEqualTo("access.chain.link");
        assertThat(found[0].broken().seq())
                .isEqualTo(((Long) jooq.fetchValue("select max(seq) from access.audit_chain")) - 1);
    }

    @Test
    void aTailCutOffIsFoundByAnAnchor() {
        AuditAnchor anchor = asAdmin(() -> chain.anchor("print").orElseThrow());
        AuditReport[] found = new AuditReport[1];
        try {
            pastTheTriggers(
                    "delete from access.audit where id in (select subject from access.audit_chain where seq >= "
                            + anchor.seq()
                            + "); delete from kernel.changes where transaction_id in (select subject from access.audit_chain where seq >= "
                            + anchor.seq()
                            + "); delete from access.audit_chain where seq >= "
                            + anchor.seq(),
                    () -> found[0] = walkHere());
        } catch (Undone undone) {
            // there again
        }
        assertThat(found[0].broken().key()).isEqualTo("access.chain.truncated");
        assertThat(found[0].broken().seq()).isLessThanOrEqualTo(anchor.seq());
    }

    @Test
    void anAnchorFromPaperShowsAChainWrittenAnew() {
        AuditAnchor head = asAdmin(() -> chain.head().orElseThrow());
        AuditAnchor other = new AuditAnchor(head.seq(), "0".repeat(64), head.at(), "print");
        AuditReport report = asAdmin(() -> chain.verify(List.of(other), done -> {}));
        assertThat(report.broken().key()).isEqualTo("access.chain.rewritten");
        assertThat(report.broken().seq()).isEqualTo(head.seq());
    }

    @Test
    void manyWritersAtOnceLeaveOneWholeChain() throws InterruptedException {
        long before = verify().entries();
        try (var threads = Executors.newFixedThreadPool(5)) {
            for (int thread = 0; thread < 10; thread++) {
                threads.submit(() ->
                        IntStream.range(0, 40)
                                .forEach(i -> {
                                    transaction.executeWithoutResult(status -> {
                                        audit.record(
                                                "access.unit.saved", "unit", null, Map.of("i", i));
                                        if (i % 4 == 3) {
                                            status.setRollbackOnly();
                                        }
                                    });
                                }));
            }
        }
        AuditReport after = verify();
        assertThat(after.broken()).isNull();
        assertThat(after.entries()).isEqualTo(before + 300);
        assertThat(after.waiting()).isZero();
    }

    @Test
    void auditorsVerifyTheirPackWithoutTheApplication() throws IOException {
        var out = new ByteArrayOutputStream();
        asAdmin(() -> {
            chain.pack(out);
            return "";
        });
        Map<String, String> files = new HashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(files)
                .containsOnlyKeys(
                        "README_ja.txt",
                        "README_en.txt",
                        "verify.py",
                        "chain.jsonl",
                        "changes.jsonl");
        var json = tools.jackson.databind.json.JsonMapper.shared();
        String last = "0".repeat(64);
        long seq = 0;
        for (String line : files.get("chain.jsonl").split("\n")) {
            var link = json.readTree(line);
            seq++;
            assertThat(link.get("seq").asLong()).isEqualTo(seq);
            assertThat(sha(link.get("content").asString()))
                    .isEqualTo(link.get("content_sha256").asString());
            last =
                    sha(
                            "kakehashi-audit/1\n%d\n%s\n%s\n%s\n"
                                    .formatted(
                                            seq,
                                            last,
                                            link.get("content_sha256").asString(),
                                            link.get("sealed_at").asString()));
            assertThat(link.get("hash").asString()).isEqualTo(last);
        }
        assertThat(seq).isPositive();
    }

    @Test
    void anEntryWhoseTimeIsOverIsDisposedOfByAPersonAndTheChainStillVerifies() {
        transaction.executeWithoutResult(status ->
                jooq.execute(
                        "insert into access.audit (at, action, detail) values (now() - interval '40 years', 'agreement.changed', '{\"x\": 1.50}')"));
        verify();
        var admin = signedInAs("admin");
        var page = admin.get("/audit/retention");
        var answer =
                admin.submit(
                        page.expectFirst("form[action$=/business/disposal]"),
                        Map.of("reason", "決裁 2026-1"));
        assertThat(answer.text()).contains("1 entry was disposed of");
        AuditReport report = verify();
        assertThat(report.broken()).isNull();
        assertThat(report.disposed()).isEqualTo(1);
        AuditReport[] found = new AuditReport[1];
        try {
            pastTheTriggers(
                    """
                    insert into access.audit_tombstones
                    select c.seq, 'business', t.disposal_id from access.audit_chain c, access.audit_tombstones t
                    where c.kind = 'entry' and c.seq = (select max(seq) from access.audit_chain where kind = 'entry');
                    delete from access.audit where id = (select subject from access.audit_chain where kind = 'entry' order by seq desc limit 1)
                    """,
                    () -> found[0] = walkHere());
        } catch (Undone undone) {
            // there again
        }
        assertThat(found[0].broken().key()).isEqualTo("access.chain.tombstone");
    }

    @Test
    void whoChangedFromWhereAndWhatWasReadStandsInTheTrail() {
        var admin = signedInAs("admin");
        admin.get("/audit?format=csv");
        assertThat(admin.get("/audit").text()).contains("Audit trail exported", "Kanko Mihon");
        assertThat(audit.latest(20))
                .anyMatch(entry ->
                        entry.reading()
                                && entry.action().equals("access.audit.exported")
                                && "127.0.0.1".equals(entry.origin()));
        assertThat(
                        jooq.fetchValue(
                                "select origin from access.audit where action = 'access.audit.exported' and actor is not null limit 1"))
                .as("addresses of people are personal values")
                .asString()
                .startsWith("sealed:1:");
        assertThat(admin.get("/audit/chain").text()).contains("Newest link");
        assertThat(signedInAs("office").status("/audit/chain")).isEqualTo(403);
        assertThat(signedInAs("executive").status("/audit/retention")).isEqualTo(403);
    }

    private AuditReport verify() {
        return asAdmin(() -> chain.verify(List.of(), done -> {}));
    }

    @Autowired private org.kakehashi.access.internal.ChainWalk walk;
    @Autowired private org.kakehashi.access.internal.Anchors anchors;

    private AuditReport walkHere() {
        return walk.walk(anchors.known(), done -> {});
    }

    private static <T> T asAdmin(java.util.function.Supplier<T> work) {
        return CurrentUser.SYSTEM.call(work);
    }

    /// What an administrator of the database could do; taken back afterwards.
    private void pastTheTriggers(String statements, Runnable then) {
        transaction.executeWithoutResult(status -> {
            jooq.execute("set local session_replication_role = 'replica'");
            jooq.connection(connection -> {
                try (var statement = connection.createStatement()) {
                    statement.execute(statements);
                }
            });
            then.run();
            throw new Undone();
        });
    }

    private static String sha(String text) {
        return Digests.hex(Digests.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static final class Undone extends RuntimeException {}
}
