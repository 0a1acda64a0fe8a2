package org.kakehashi.intake;

import static org.kakehashi.schema.intake.Tables.IMPORTS;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.access.Units;
import org.kakehashi.intake.Import.Step;
import org.kakehashi.intake.Preview.Ask;
import org.kakehashi.intake.internal.Comparing;
import org.kakehashi.intake.internal.ImportStore;
import org.kakehashi.intake.internal.ImportStore.Settings;
import org.kakehashi.intake.internal.Matching;
import org.kakehashi.intake.internal.ProfileStore;
import org.kakehashi.intake.internal.Progress;
import org.kakehashi.intake.internal.Reading;
import org.kakehashi.intake.internal.RowStore;
import org.kakehashi.intake.internal.SheetReader;
import org.kakehashi.intake.internal.Work;
import org.kakehashi.intake.reading.Sheet;
import org.kakehashi.intake.understanding.Interpretation;
import org.kakehashi.intake.understanding.Layout;
import org.kakehashi.intake.understanding.ListKind;
import org.kakehashi.intake.understanding.RowUse;
import org.kakehashi.intake.understanding.TableLayout;
import org.kakehashi.kernel.DateText;
import org.kakehashi.kernel.Jobs;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.kernel.TextFolding;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of the workbench: from a sheet to a layout, from the layout to rows, from rows to
/// stored records, and back. Members do so for their own units only.
@Service
public class Imports implements Work.Steps {
    /// How much of a sheet is previewed.
    public static final int PREVIEWED = 60;

    private static final int HEADERS = 12;
    private static final String USE = "intake.use";
    private static final String READ = "intake.read";

    private final ImportStore store;
    private final ProfileStore profiles;
    private final RowStore rows;
    private final Uploads uploads;
    private final SheetReader reader;
    private final Matching matching;
    private final Comparing comparing;
    private final Jobs jobs;
    private final Units units;
    private final Access access;
    private final Audit audit;
    private final Clock clock;
    private final int atOnce;

    Imports(
            ImportStore store,
            ProfileStore profiles,
            RowStore rows,
            Uploads uploads,
            SheetReader reader,
            Matching matching,
            Comparing comparing,
            Jobs jobs,
            Units units,
            Access access,
            Audit audit,
            Clock clock,
            @Value("${kakehashi.intake.rows-at-once:3000}") int atOnce) {
        this.store = store;
        this.profiles = profiles;
        this.rows = rows;
        this.uploads = uploads;
        this.reader = reader;
        this.matching = matching;
        this.comparing = comparing;
        this.jobs = jobs;
        this.units = units;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
        this.atOnce = atOnce;
    }

    /// The kinds of list that can be stored.
    public List<String> kinds() {
        return comparing.kinds();
    }

    public boolean mayUse() {
        return access.may(USE);
    }

    public Import get(UUID id) {
        Import one = store.find(id).orElseThrow(KakehashiException::notFound);
        access.require(READ, of(one.unit()));
        return one;
    }

    private static List<UUID> of(@Nullable UUID unit) {
        return unit == null ? List.of() : List.of(unit);
    }

    public boolean mayChange(Import one) {
        return access.may(USE, of(one.unit()));
    }

    private Import changeable(UUID id) {
        Import one = get(id);
        access.require(USE, of(one.unit()));
        if (!one.draft()) {
            throw new KakehashiException(
                    KakehashiException.Kind.CONFLICT, "intake.problem.over", Map.of());
        }
        return one;
    }

    /// Refuses unless the person acting may still change the import.
    void requireDraft(UUID id) {
        changeable(id);
    }

    /// Notes that what was compared no longer holds.
    void outdate(UUID id) {
        store.setCompared(id, false);
    }

    /// The latest imports the person acting may see.
    @Transactional(readOnly = true)
    public List<Import> list(int limit) {
        access.require(READ);
        var reach = access.reach(READ);
        Condition scope = reach == null ? DSL.trueCondition() : IMPORTS.UNIT_ID.in(reach);
        return store.latest(scope, limit);
    }

    @Transactional(readOnly = true)
    public List<Import> ofFile(UploadedFile file) {
        return store.ofFile(file.id());
    }

    /// Starts reading a sheet: guesses its layout, or takes the saved one for the same headers.
    @Transactional
    public UUID start(UUID fileId, int position) {
        UploadedFile file = uploads.get(fileId);
        access.require(USE, of(file.unit()));
        Sheet sheet = reader.sheet(file, position);
        Layout guessed = matching.understanding().propose(sheet);
        Map<String, Layout> possible = possible(sheet, guessed);
        var profile = profiles.findByFingerprint(possible.keySet());
        Layout proposed =
                profile.map(saved -> possible.getOrDefault(saved.layout().fingerprint(), guessed))
                        .orElse(guessed);
        Layout layout = profile.map(saved -> saved.layout().applyTo(proposed)).orElse(proposed);
        String kind = kind(layout);
        UUID previous =
                kind.equals("figures")
                        ? null // last year's figures are not missing from this year's
                        : store.earlier(layout.fingerprint(), kind, file.unit()).orElse(null);
        DateText asOf =
                layout.tables().isEmpty()
                        ? DateText.NONE
                        : layout.tables().getFirst().context().asOf();
        UUID id =
                store.insert(
                        fileId,
                        file.sheets().get(position).id(),
                        new Settings(kind, file.unit(), name(file, previous), asOf, previous),
                        layout,
                        profile.map(ProfileStore.Profile::id).orElse(null));
        audit.record("intake.started", "import", id, Map.of("file", file.name()));
        return id;
    }

    /// The layouts by their headers that a saved one may be for: as guessed, or with one of the
    /// first rows as header, for headers whose words nobody but a person understands.
    private Map<String, Layout> possible(Sheet sheet, Layout guessed) {
        Map<String, Layout> possible = new LinkedHashMap<>();
        possible.put(guessed.fingerprint(), guessed);
        for (int row = 1; row <= Math.min(HEADERS, sheet.height()); row++) {
            if (sheet.row(row).stream().filter(cell -> !cell.isEmpty()).count() > 1) {
                var table =
                        matching.understanding()
                                .propose(
                                        Uploads.head(sheet, row + HEADERS),
                                        1,
                                        sheet.height(),
                                        List.of(row));
                Layout layout = new Layout(List.of(table));
                possible.putIfAbsent(layout.fingerprint(), layout);
            }
        }
        possible.remove("");
        return possible;
    }

    private String name(UploadedFile file, @Nullable UUID previous) {
        return Optional.ofNullable(previous)
                .flatMap(store::find)
                .map(Import::name)
                .orElseGet(() -> file.name().replaceFirst("\\.[^.]*$", ""));
    }

    /// The kind of list most rows belong to.
    private String kind(Layout layout) {
        String kind =
                layout.tables().stream()
                        .findFirst()
                        .map(table -> table.kind().name().toLowerCase(Locale.ROOT))
                        .orElse("agreements");
        return kinds().contains(kind) ? kind : kinds().getFirst();
    }

    public Layout layout(Import one) {
        return store.layout(one.id());
    }

    public Map<String, String> answers(Import one) {
        return store.answers(one.id());
    }

    /// The saved layout in use: its name and how often it was used before.
    @Transactional(readOnly = true)
    public Optional<ProfileStore.Profile> profile(Import one) {
        return Optional.ofNullable(one.profile()).flatMap(profiles::find);
    }

    /// Imports that this one may continue.
    @Transactional(readOnly = true)
    public List<Import> continuable(Import one) {
        return store.continuable(one, "");
    }

    public Optional<Import> previous(Import one) {
        return Optional.ofNullable(one.previous()).flatMap(store::find);
    }

    /// The layout guessed afresh, without any saved one.
    public Layout propose(Import one) {
        return matching.understanding().propose(sheet(one));
    }

    /// What the layout makes of the head of the sheet.
    public Preview preview(Import one, String kind, Layout layout, Map<String, String> answers) {
        Sheet sheet = sheet(one);
        Sheet head = Uploads.head(sheet, PREVIEWED);
        Interpretation read = matching.understanding().interpret(relevant(layout, kind), head);
        Reading reading = new Reading(layout, head, answers, one.asOf(), units);
        List<Preview.Line> lines = new ArrayList<>();
        for (int row = 1; row <= head.height(); row++) {
            String use =
                    read.rows().getOrDefault(row, RowUse.BLANK).name().toLowerCase(Locale.ROOT);
            lines.add(new Preview.Line(row, use, reading.cells(row)));
        }
        List<Preview.Read> records = new ArrayList<>();
        read.partners().stream()
                .map(partner -> reading.row(partner, null))
                .forEach(row -> records.add(new Preview.Read(row.row(), row.values(), row.used())));
        read.figures().stream()
                .map(figure -> reading.row(figure, 1))
                .forEach(row -> records.add(new Preview.Read(row.row(), row.values(), row.used())));
        return new Preview(
                layout,
                sheet.width(),
                sheet.height(),
                lines,
                records,
                asks(reading.questions(read.questions())));
    }

    /// Equal questions once, the most frequent first.
    static List<Ask> asks(List<RowStore.Asked> questions) {
        Map<String, Ask> asks = new LinkedHashMap<>();
        for (RowStore.Asked one : questions) {
            String key = one.kind() + '|' + one.field() + '|' + one.written();
            Ask known = asks.get(key);
            String answer =
                    one.kind().equals("unknown_country")
                            ? Reading.COUNTRY + TextFolding.key(one.written())
                            : null;
            asks.put(
                    key,
                    new Ask(
                            one.kind(),
                            one.field(),
                            one.written(),
                            one.choices(),
                            known == null ? 1 : known.cells() + 1,
                            known == null ? one.row() : known.row(),
                            known == null ? one.column() : known.column(),
                            answer));
        }
        return List.copyOf(asks.values());
    }

    @Transactional(readOnly = true)
    public List<Ask> asks(Import one, int limit) {
        return asks(rows.questions(one.id(), limit));
    }

    /// Tables of figures and tables of partners cannot go into one import: those of the other sort
    /// are left out.
    private static Layout relevant(Layout layout, String kind) {
        boolean figures = kind.equals("figures");
        return new Layout(
                layout.tables().stream()
                        .filter(table -> (table.kind() == ListKind.FIGURES) == figures)
                        .toList());
    }

    /// What one table seems to mean when a person says where it stands.
    public TableLayout propose(Import one, int firstRow, int lastRow, List<Integer> headerRows) {
        return matching.understanding().propose(sheet(one), firstRow, lastRow, headerRows);
    }

    private Sheet sheet(Import one) {
        UploadedFile file = uploads.get(one.file());
        int position =
                file.sheets().stream()
                        .filter(sheet -> sheet.id().equals(one.sheet()))
                        .findFirst()
                        .orElseThrow(KakehashiException::notFound)
                        .position();
        return reader.sheet(file, position);
    }

    /// Saves what a person set; rows read before no longer hold.
    @Transactional
    public void setLayout(UUID id, Settings settings, Layout layout, Map<String, String> answers) {
        Import one = changeable(id);
        access.require(USE, of(settings.unit()));
        comparing.target(settings.kind());
        store.setLayout(one.id(), settings, layout, answers);
    }

    /// Keeps the layout for the next list with the same headers.
    @Transactional
    public void saveProfile(UUID id, String name) {
        Import one = changeable(id);
        Layout layout = store.layout(id);
        if (layout.fingerprint().isEmpty()) {
            throw KakehashiException.invalid("intake.profile.noHeader", Map.of());
        }
        UUID profile = profiles.save(name.substring(0, Math.min(120, name.length())), layout);
        store.setProfile(one.id(), profile);
        audit.record("intake.profile.saved", "profile", profile, Map.of("name", name));
    }

    /// Does a step at once, or in the background where the list is large; answers the job if so.
    public Optional<UUID> begin(UUID id, String step) {
        Import one = step.equals("undo") ? undoable(id) : changeable(id);
        int size = step.equals("read") ? sheet(one).height() : one.count("read");
        if (size <= atOnce) {
            work(id, step, Progress.NOBODY);
            return Optional.empty();
        }
        UUID job = jobs.start(Work.NAME, Work.input(id, step)).id();
        store.setJob(id, job);
        return Optional.of(job);
    }

    /// A step of the work, within one transaction.
    @Override
    @Transactional
    public Map<String, Integer> work(UUID id, String step, Progress progress) {
        return switch (step) {
            case "read" -> read(id, progress);
            case "compare" -> compare(id, progress);
            case "commit" -> commit(id, progress);
            case "undo" -> undo(id);
            default -> throw new IllegalArgumentException(step);
        };
    }

    private Map<String, Integer> read(UUID id, Progress progress) {
        Import one = changeable(id);
        store.lock(id);
        var counts =
                matching.read(
                        one,
                        relevant(store.layout(id), one.kind()),
                        sheet(one),
                        store.answers(id),
                        progress);
        store.addCounts(id, counts);
        store.setCompared(id, false);
        store.setStep(id, Step.INSTITUTIONS);
        if (!one.hasInstitutions()) {
            compare(id, progress);
        }
        return counts;
    }

    private Map<String, Integer> compare(UUID id, Progress progress) {
        Import one = changeable(id);
        store.lock(id);
        var counts = comparing.compare(one, progress);
        store.addCounts(id, zeroed(counts));
        store.setCompared(id, true);
        store.setStep(id, Step.REVIEW);
        return counts;
    }

    private static Map<String, Integer> zeroed(Map<String, Integer> counts) {
        Map<String, Integer> all = new HashMap<>();
        for (String state : List.of("new", "changed", "same", "duplicate", "refused", "missing")) {
            all.put(state, counts.getOrDefault(state, 0));
        }
        return all;
    }

    /// Stores what was taken. Compares anew first: if others stored something meanwhile so that the
    /// rows now mean something else, nothing is stored and the person looks again.
    private Map<String, Integer> commit(UUID id, Progress progress) {
        store.lock(id);
        Import one = changeable(id);
        Map<String, Integer> now = zeroed(comparing.compare(one, progress));
        if (!one.compared()
                || !now.entrySet().stream().allMatch(e -> one.count(e.getKey()) == e.getValue())) {
            throw new KakehashiException(
                    KakehashiException.Kind.CONFLICT, "intake.problem.changedMeanwhile", Map.of());
        }
        Map<String, Integer> counts = comparing.store(one, progress);
        store.addCounts(id, counts);
        store.setCommitted(id, OffsetDateTime.now(clock));
        UUID profile = one.profile();
        if (profile != null) {
            profiles.used(profile);
        }
        audit.record(
                "intake.committed",
                "import",
                id,
                Map.of(
                        "file",
                        one.fileName(),
                        "created",
                        counts.getOrDefault("created", 0),
                        "updated",
                        counts.getOrDefault("updated", 0)));
        return counts;
    }

    private Import undoable(UUID id) {
        Import one = get(id);
        access.require(USE, of(one.unit()));
        if (one.state() != Import.State.COMMITTED) {
            throw new KakehashiException(
                    KakehashiException.Kind.CONFLICT, "intake.undo.notCommitted", Map.of());
        }
        return one;
    }

    private Map<String, Integer> undo(UUID id) {
        store.lock(id);
        Import one = undoable(id);
        comparing.undo(one);
        store.setUndone(id, OffsetDateTime.now(clock));
        audit.record("intake.undone", "import", id, Map.of("file", one.fileName()));
        return Map.of();
    }

    /// Throws a draft away; the file stays.
    @Transactional
    public void discard(UUID id) {
        Import one = changeable(id);
        rows.clear(id);
        store.delete(id);
        audit.record("intake.discarded", "import", id, Map.of("file", one.fileName()));
    }
}
