package org.kakehashi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.support.ApplicationTest;
import org.kakehashi.support.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class TokenPageTests extends ApplicationTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Autowired private Users users;

    @Test
    void aTokenReadsWhatItNamesAndNothingElse() throws Exception {
        String token = token("office", "organization.read");
        assertThat(get("/organizations/suggestions?q=a", token).statusCode()).isEqualTo(200);
        assertThat(get("/organizations/new", token).statusCode()).isEqualTo(403);
        assertThat(get("/strategy", token).statusCode()).isEqualTo(403);
        assertThat(get("/account", token).statusCode()).isEqualTo(403);
        assertThat(get("/account/tokens", token).statusCode()).isEqualTo(403);
        assertThat(get("/users", token).statusCode()).isEqualTo(403);
    }

    @Test
    void aTokenThatMayChangeNeedsNoCsrfTokenAndOneThatMayNotIsRefusedByTheDoor() throws Exception {
        String reader = token("office", "organization.read");
        String editor = token("office", "organization.edit");
        assertThat(post("/units", reader).statusCode()).isEqualTo(403);
        assertThat(post("/organizations", reader).statusCode()).isEqualTo(403);
        assertThat(post("/organizations", editor).statusCode()).isEqualTo(422);
    }

    @Test
    void nobodyGivesATokenMoreThanTheyHave() {
        Visitor member = signedInAs("member");
        assertThat(member.get("/account/tokens").select("input[name=useCases]").eachAttr("value"))
                .contains("organization.read")
                .doesNotContain("organization.edit", "access.administer");
        Document answer =
                member.submit(
                        member.get("/account/tokens").expectFirst("form[action=/account/tokens]"),
                        Map.of("name", "greedy", "useCases", "access.administer"));
        assertThat(answer.select("#fresh-token")).isEmpty();
    }

    @Test
    void aTokenRevokedOrUnknownIsNobody() throws Exception {
        Visitor office = signedInAs("office");
        String token = make(office, "strategy.read");
        assertThat(get("/strategy", token).statusCode()).isEqualTo(200);
        office.submit(
                office.get("/account/tokens").expectFirst("form[action$=/revocation]"), Map.of());
        HttpResponse<String> answer = get("/strategy", token);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(get("/strategy", "kkh_made_up").statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenDiesWithTheAccount() throws Exception {
        String token = token("executive", "strategy.read");
        assertThat(get("/strategy", token).statusCode()).isEqualTo(200);
        setActive("executive", false);
        assertThat(get("/strategy", token).statusCode()).isEqualTo(401);
        setActive("executive", true);
    }

    @Test
    void theTokenIsShownOnceKeptAsAHashAndInNoLog(CapturedOutput output) throws Exception {
        Visitor office = signedInAs("office");
        String token = make(office, "strategy.read");
        get("/strategy", token);
        get("/no-such-page", token);
        get("/strategy", token + "x");
        assertThat(office.get("/account/tokens").html()).doesNotContain(token);
        assertThat(signedInAs("admin").get("/audit").html()).doesNotContain(token.substring(8));
        assertThat(output.getAll()).doesNotContain(token.substring(8));
    }

    private void setActive(String login, boolean active) {
        CurrentUser.SYSTEM.run(() -> {
            User user = users.findByLogin(login).orElseThrow();
            users.change(
                    new User(
                            user.id(),
                            user.login(),
                            user.name(),
                            user.email(),
                            active,
                            user.grants(),
                            user.version()),
                    "");
        });
    }

    private String token(String login, String useCase) {
        return make(signedInAs(login), useCase);
    }

    private static String make(Visitor visitor, String useCase) {
        return visitor.submit(
                        visitor.get("/account/tokens").expectFirst("form[action=/account/tokens]"),
                        Map.of("name", "for " + useCase, "useCases", useCase))
                .expectFirst("#fresh-token")
                .text();
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address() + path)).GET(), token);
    }

    private HttpResponse<String> post(String path, String token) throws Exception {
        return send(
                HttpRequest.newBuilder(URI.create(address() + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("code=X1")),
                token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request, String token)
            throws Exception {
        return CLIENT.send(
                request.header("Authorization", "Bearer " + token)
                        .header("Accept", "application/json")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
