package org.kakehashi.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.kakehashi.kernel.DateReading.Found;
import org.kakehashi.kernel.DateReading.Meaning;

/// Reads dates as offices write them: `1980. 5.31`, `2017年4月7日`, `令和元年10月1日`, `H20.4.1`, `6th
/// December 2016`, `2006 (2020 renewed)`, `自動延長`. Never throws, never guesses which of two small
/// numbers is the month.
public final class DateReader {

    private record Asked(String text, DayMonthOrder order) {}

    private static final int LONGEST = 2000;
    private static final int LONGEST_REMEMBERED = 60;
    private static final int LONGEST_NOTHING = 20;
    private static final int MOST_REMEMBERED = 20_000;

    /// Lists repeat their dates and words.
    private static final Map<Asked, DateReading> REMEMBERED = new ConcurrentHashMap<>();

    private static final Pattern LEFT_OVER =
            Pattern.compile("[\\s()\\[\\]{}〔〕【】、,;:/~〜～\\-–—.※*♦★☆◎○●#†‡」「'\"]+");

    private static final Pattern NOTHING =
            Pattern.compile(
                    "^(?:[-–—‐ー―－*.]+|n/?a|null|none|nil|nan|tba|tbd|tbc|unknown|not (?:available|known|applicable)|未定|不明|未詳|なし|無し|無|空欄|미정|없음|미상|해당\\s*없음|无|未知|xx+)$",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Map<Meaning, Pattern> WORDS =
            new EnumMap<>(
                    Map.of(
                            Meaning.AUTOMATIC_RENEWAL,
                            words(
                                    "自動(?:的に)?(?:更新|延長|継続)|自动(?:更新|延长|延期|延续|续签|续约|顺延)|自動(?:續約|展延|延續|續簽)|자동\\s*(?:갱신|연장)"
                                            + "|tacite reconduction|reconduction tacite|renouvellement (?:tacite|automatique)|reconductible tacitement"
                                            + "|(?:renovaci[oó]n|pr[oó]rroga|renovação|prorrogação|rinnovo|proroga) (?:autom[aáà]tic[ao]|t[aá]cit[ao])|tacito rinnovo|se renueva automáticamente"
                                            + "|automatische (?:verlängerung|verlenging)|verlängert sich automatisch|automatyczn\\p{L}+ (?:przedłużen|odnow)\\p{L}+|przedłużan\\p{L}+ automatycznie"
                                            + "|automatiskt? (?:förlängning|fornyelse)|otomatik (?:yenilenir|uzatma|olarak yenilenir)|(?:diperpanjang|perpanjangan) (?:secara )?otomatis"
                                            + "|tự động gia hạn|gia hạn tự động|ต่ออายุ(?:โดย)?อัตโนมัติ|автоматическ\\p{L}+ (?:продлен|пролонгац)\\p{L}+|(?:продлевается|пролонгируется) автоматически"
                                            + "|(?:annual(?:ly)?\\s+)?auto(?:matic(?:ally)?|[- ]?)\\s*(?:renew(?:al|ed|able|s)?|exten(?:sion|ded|ds?))"
                                            + "(?:\\s*(?:for|of)?\\s*every\\s+\\d+\\s+years?)?|renew(?:ed|s|able)?\\s+automatically|tacit renewal|rolling"),
                            Meaning.NO_EXPIRY,
                            words(
                                    "無期限|期限(?:なし|無し|の定めなし)|(?:有効)?期間の?定めなし|定めなし|終期なし|无固定期限|無固定期限|无期限|长期(?:有效)?|長期(?:有效)?|永久(?:有效)?|장기|무기한|무기|기한\\s*없음"
                                            + "|endless|evergreen|no (?:end|expiry|expiration)(?:[ -]date)?|without (?:end|expiry|expiration)|does not expire|indefinit\\w*"
                                            + "|open[- ]ended|permanent|unlimited|no limit|unbefristet|illimité\\w*|indefinid\\w*|indeterminad\\w*|indeterminat\\w*|illimitat\\w*|durée indéterminée|onbepaald(?:e tijd)?|tills vidare|toistaiseksi|na dobu neurčitou|neomezen\\w*|határozatlan|süresiz|nedeterminat\\w*"
                                            + "|không (?:xác định )?thời hạn|vô thời hạn|tidak terbatas|tanpa batas(?: waktu)?|ไม่มี(?:กำหนด|วันหมดอายุ)|ไม่จำกัด|бессрочн\\p{L}*|неограничен\\p{L}*|bezterminow\\w*|indeterminate"),
                            Meaning.PENDING,
                            words(
                                    "(?:更新|延長)?手続き?中|更新中|更新予定|更新協議中|協議中|調整中|交渉中|申請中|準備中|締結予定|办理中|진행\\s*중|갱신\\s*중|협의\\s*중"
                                            + "|(?:renewal|extension)[ -](?:pending|in progress|in process|under way|underway)|pending(?: renewal| extension)?|in (?:process|progress)(?: of renewal)?"
                                            + "|under (?:renewal|negotiation|review|process|renegotiation)|being renewed|in renewal|to be (?:renewed|signed)|renewing"),
                            Meaning.RENEWED,
                            words(
                                    "再?更新済?|再締結|延長|続約|续签|갱신|재?연장|再契約|renewed|renewal|extended|extension|re-?signed|updated|prolonged|verlängert|renouvelé|renovado"),
                            Meaning.FIRST,
                            words(
                                    "最初|初回|当初|新規|首次|최초(?:협정)?|first(?:ly)? signed|first|original(?:ly)?|initial(?:ly)?"),
                            Meaning.UNTIL,
                            words(
                                    "まで|迄|満了|期限|有効期限|至|까지|until|till|expir(?:es|y|ed|ation)(?: date)?|valid (?:until|to|thru|through)|date of expiry|bis"),
                            Meaning.SINCE,
                            words(
                                    "から|より|以降|締結|調印|自|부터|since|from|signed(?: on)?|concluded|effective|ab|seit"),
                            Meaning.LENGTH,
                            Pattern.compile(
                                    "(?<![\\d.,/-])\\d{1,2}\\s*(?:(?:か|カ|ヶ|ケ|箇|个|個)?年間?|年期限?|년간?|ปี)(?![\\d\\p{L}])"
                                            + "|(?<![\\d.,/-])\\d{1,2}[\\s-]*(?:years?|yrs?|jahre?n?|ans|años|anos|anni|lat|lata|năm|tahun|лет|года?|år|jaar|vuotta|yıl|let|roky|év|ani)(?!\\p{L})",
                                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                            Meaning.NOTHING,
                            NOTHING));

    private DateReader() {}

    private static Pattern words(String regex) {
        var letters =
                "(?<![\\p{IsLatin}\\p{IsCyrillic}])(?:"
                        + regex
                        + ")(?![\\p{IsLatin}\\p{IsCyrillic}])";
        return Pattern.compile(letters, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /// Reads a text without knowing the order of day and month.
    public static DateReading read(String text) {
        return read(text, DayMonthOrder.UNKNOWN);
    }

    /// Reads a text whose column has shown the order of day and month.
    public static DateReading read(String text, DayMonthOrder order) {
        if (text.length() > LONGEST_REMEMBERED) {
            return readAnew(text, order);
        }
        if (REMEMBERED.size() > MOST_REMEMBERED) {
            REMEMBERED.clear();
        }
        return REMEMBERED.computeIfAbsent(
                new Asked(text, order), asked -> readAnew(asked.text(), asked.order()));
    }

    /// Whether the text only says that there is nothing: -, n/a, 未定.
    public static boolean isNothing(String text) {
        return text.length() <= LONGEST_NOTHING
                && NOTHING.matcher(TextFolding.tidy(text)).matches();
    }

    private static DateReading readAnew(String text, DayMonthOrder order) {
        var tidy = TextFolding.tidy(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        var remaining = new StringBuilder(tidy);
        var dates = DateForms.findAll(tidy, remaining, order);
        dates.sort(Comparator.comparingInt(Found::start));
        var meanings = EnumSet.noneOf(Meaning.class);
        for (var words : WORDS.entrySet()) {
            var word = words.getValue().matcher(remaining);
            while (word.find()) {
                meanings.add(words.getKey());
                blank(remaining, word.start(), word.end());
            }
        }
        var rest = LEFT_OVER.matcher(remaining).replaceAll(" ").strip();
        return new DateReading(TextFolding.tidySpaces(text), dates, meanings, rest);
    }

    /// The date of a spreadsheet's serial day number (1900 system), if it is a plausible one.
    public static Optional<DateText> serial(double number, String written) {
        int day = (int) number;
        boolean plausible = number == day && day > 14_000 && day < 73_000;
        return plausible
                ? Optional.of(
                        DateText.day(java.time.LocalDate.of(1899, 12, 30).plusDays(day), written))
                : Optional.empty();
    }

    static void blank(StringBuilder text, int start, int end) {
        for (int i = start; i < end; i++) {
            text.setCharAt(i, ' ');
        }
    }

    /// The one date the text consists of, whatever words stand beside it.
    public static Optional<DateText> single(String text) {
        List<Found> dates = new ArrayList<>(read(text).dates());
        return dates.size() == 1 && !dates.getFirst().isAmbiguous()
                ? Optional.of(dates.getFirst().date())
                : Optional.empty();
    }
}
