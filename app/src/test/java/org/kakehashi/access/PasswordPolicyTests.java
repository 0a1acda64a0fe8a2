package org.kakehashi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTests {
    private static final List<String> PERSON =
            List.of("hanako", "見本 花子", "Hanako Mihon", "hanako.mihon@example.ac.jp");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "nantoka kantoka 42 desu",
                "雨の日は図書館で本を読むのが好きです",
                "kakehashi-demonstration",
                "Xy7#kQ!pL0zWm2vR"
            })
    void whatIsLongAndOnesOwnIsTakenWhateverItsCharacters(String password) {
        assertThat(PasswordPolicy.problem(password, PERSON)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "Password12345678!",
                "123456789012345678",
                "aaaaaaaaaaaaaaaaaaa",
                "abcabcabcabcabcabc",
                "qwertyuiopasdfghjkl",
                "hanako-mihon-2026",
                "ＰａｓｓｗｏｒｄＰａｓｓｗｏｒｄ",
                "kakehashi-password"
            })
    void whatEverybodyTriesOrKnowsOfThePersonIsNot(String password) {
        assertThat(PasswordPolicy.problem(password, PERSON)).contains("access.password.guessable");
    }

    @Test
    void lengthCountsInCharactersOfPeople() {
        assertThat(PasswordPolicy.problem("short", PERSON)).contains("access.password.tooShort");
        assertThat(PasswordPolicy.problem("😀😁😂🤣😃😄😅😆", PERSON))
                .contains("access.password.tooShort");
        assertThat(PasswordPolicy.problem("xk".repeat(101), PERSON))
                .contains("access.password.tooLong");
    }
}
