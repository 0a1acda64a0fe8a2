package org.kakehashi.intake;

import static org.kakehashi.schema.intake.Tables.IMPORTS;

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
import org.kakehashi.intake.Preview.Ask;
import org.kakehashi.intake.internal.Comparing;
import org.kakehashi.intake.internal.ImportStore;
import org.kakehashi.intake.internal.ImportStore.Settings;
import org.kakehashi.intake.internal.LayoutGuess;
import org.kakehashi.intake.internal.Previews;
import org.kakehashi.intake.internal.ProfileStore;
import org.kakehashi.intake.internal.RowStore;
import org.kakehashi.intake.internal.SheetReader;
import org.kakehashi.intake.reading.Sheet;
import org.kakehashi.intake.understanding.Layout;
import org.kakehashi.intake.understanding.TableLayout;
import org.kakehashi.kernel.DateText;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of the workbench: which sheets are being read, how, and for whom; [ImportSteps] takes
/// them from there to stored records. Members do so for their own units only.
@Service
public class Imports {
    private static final String USE = "intake.use";
    private static final String READ = "intake.read";

    private final ImportStore store;
    private final ProfileStore profiles;
    private final RowStore rows;
    private final Uploads uploads;
    private final SheetReader reader;
    private final LayoutGuess guesses;
    private final Previews previews;
    private final Comparing comparing;
    private final Units units;
    private final Access access;
    private final Audit audit;

    Imports(
            ImportStore store,
            ProfileStore profiles,
            RowStore rows,
            Uploads uploads,
            SheetReader reader,
            LayoutGuess guesses,
            Previews previews,
            Comparing comparing,
            Units units,
            Access access,
            Audit audit) {
        this.store = store;
        this.profiles = profiles;
        this.rows = rows;
        this.uploads = uploads;
        this.reader = reader;
        this.guesses = guesses;
        this.previews = previews;
        this.comparing = comparing;
        this.units = units;
        this.access = access;
        this.audit = audit;
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

    /// The import, refused unless the person acting may still change it.
    Import changeable(UUID id) {
        Import one = get(id);
        access.require(USE, of(one.unit()));
        if (!one.draft()) {
            throw new KakehashiException(
                    KakehashiException.Kind.CONFLICT, "intake.problem.over", Map.of());
        }
        return one;
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

    /// What waits for somebody among the imports that the person acting may bring to an end.
    ///
    /// @param institutions spellings nobody decided, in drafts that were read
    /// @param questions cells a person must look at, in such drafts
    public record Waiting(int drafts, int institutions, int questions, List<Import> latest) {}

    @Transactional(readOnly = true)
    public Waiting waiting(int shown) {
        access.require(USE);
        var reach = access.reach(USE);
        return store.waiting(
                reach == null ? DSL.trueCondition() : IMPORTS.UNIT_ID.in(reach), shown);
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
        LayoutGuess.Guess guess = guesses.guess(sheet);
        Layout layout = guess.layout();
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
                        guess.profile());
        audit.record("intake.started", "import", id, Map.of("file", file.name()));
        return id;
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
        return guesses.propose(sheet(one));
    }

    /// What the layout makes of the head of the sheet.
    public Preview preview(Import one, String kind, Layout layout, Map<String, String> answers) {
        return previews.preview(sheet(one), kind, layout, answers, one.asOf());
    }

    @Transactional(readOnly = true)
    public List<Ask> asks(Import one, int limit) {
        return Previews.asks(rows.questions(one.id(), limit));
    }

    /// What one table seems to mean when a person says where it stands.
    public TableLayout propose(Import one, int firstRow, int lastRow, List<Integer> headerRows) {
        return guesses.propose(sheet(one), firstRow, lastRow, headerRows);
    }

    Sheet sheet(Import one) {
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

    /// Throws a draft away; the file stays.
    @Transactional
    public void discard(UUID id) {
        Import one = changeable(id);
        rows.clear(id);
        store.delete(id);
        audit.record("intake.discarded", "import", id, Map.of("file", one.fileName()));
    }
}
