package org.kakehashi.access;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.DemoData;
import org.springframework.stereotype.Component;

/// The demonstration's units and accounts: an invented university, visibly invented people, one
/// password that the sign-in page shows. A demonstration listens on the loopback address only.
@Component
public class DemoAccounts implements DemoData {
    /// One account of the demonstration.
    public record Account(String login, Bilingual name, String role, @Nullable String unitCode) {}

    public static final String PASSWORD = "kakehashi-demonstration";

    public static final List<Account> LIST =
            List.of(
                    new Account(
                            "admin", new Bilingual("見本 管子", "Kanko Mihon"), "administrator", null),
                    new Account("office", new Bilingual("見本 国際", "Kokusai Mihon"), "office", null),
                    new Account("member", new Bilingual("見本 工子", "Koko Mihon"), "member", "ENG"),
                    new Account(
                            "executive", new Bilingual("見本 理事", "Riji Mihon"), "executive", null));

    private final Users users;
    private final Units units;

    DemoAccounts(Users users, Units units) {
        this.users = users;
        this.units = units;
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public void fill() {
        UUID root = unit("AOBA", null, "university", "青葉野大学", "Aobano University", 0);
        String[][] all = {
            {"HQ", "headquarters", "国際戦略本部", "Headquarters for International Strategy"},
            {"LET", "graduate_school", "文学研究科", "Graduate School of Letters"},
            {"EDU", "graduate_school", "教育学研究科", "Graduate School of Education"},
            {"LAW", "graduate_school", "法学研究科", "Graduate School of Law"},
            {"ECO", "graduate_school", "経済学研究科", "Graduate School of Economics"},
            {"SCI", "graduate_school", "理学研究科", "Graduate School of Science"},
            {"MED", "graduate_school", "医学系研究科", "Graduate School of Medicine"},
            {"DEN", "graduate_school", "歯学研究科", "Graduate School of Dentistry"},
            {"PHA", "graduate_school", "薬学研究科", "Graduate School of Pharmaceutical Sciences"},
            {"ENG", "graduate_school", "工学研究科", "Graduate School of Engineering"},
            {"AGR", "graduate_school", "農学研究科", "Graduate School of Agriculture"},
            {"INF", "graduate_school", "情報科学研究科", "Graduate School of Information Sciences"},
            {"ENV", "graduate_school", "環境科学研究科", "Graduate School of Environmental Studies"},
            {"IMR", "institute", "材料科学研究所", "Institute for Materials Science"},
            {"DIS", "institute", "災害科学国際研究所", "International Institute for Disaster Studies"},
            {"HOS", "hospital", "病院", "University Hospital"},
            {"LIB", "library", "附属図書館", "University Library"},
        };
        int position = 1;
        for (String[] one : all) {
            unit(one[0], root, one[1], one[2], one[3], position++);
        }
        for (Account account : LIST) {
            UUID unit =
                    account.unitCode() == null
                            ? null
                            : units.findByNameOrCode(account.unitCode()).orElseThrow().id();
            users.create(
                    new Users.NewUser(
                            account.login(),
                            account.name(),
                            null,
                            PASSWORD,
                            List.of(new CurrentUser.Grant(account.role(), unit))));
        }
    }

    private UUID unit(
            String code, @Nullable UUID parent, String kind, String ja, String en, int position) {
        return units.save(
                new Unit(
                        UUID.randomUUID(),
                        code,
                        parent,
                        kind,
                        new Bilingual(ja, en),
                        null,
                        null,
                        null,
                        position,
                        0));
    }
}
