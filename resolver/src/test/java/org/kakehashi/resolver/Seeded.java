package org.kakehashi.resolver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// A seeded generator of names and of noise. A failing test prints the seed; set the system
/// property `resolver.seed` to run it again.
public final class Seeded {

    private static final String LETTERS =
            "abcdefghijklmnopqrstuvwxyzäöüßéøłşžАБВгдеάβγ大学國国東北京龍龙かなカナヴーｱﾊﾟ가나대학교กขค";
    private static final String NOISE =
            " \t\n,;:|/()[]{}<>&#'\"’–—-.・、。　\u0000\u0007\u200b\u200f\u202e\ud83d\ude00\ud800";
    private static final List<String> WORDS =
            List.of(
                    "University",
                    "of",
                    "Institute",
                    "大学",
                    "大学校",
                    "국립",
                    "&amp;",
                    "&#x41;",
                    "Ltd.",
                    "Hoshinodai",
                    "Department",
                    "Japan",
                    "国立大学法人",
                    "(China)",
                    "第7",
                    "ミュンヘン",
                    "1");

    private final long seed;
    private final Random random;

    public Seeded() {
        seed = Long.getLong("resolver.seed", System.nanoTime());
        random = new Random(seed);
    }

    public String seed() {
        return "seed " + seed;
    }

    /// Letters of many scripts, everyday words, marks, control characters and broken surrogates.
    public String text() {
        StringBuilder text = new StringBuilder();
        int parts = random.nextInt(12);
        for (int i = 0; i < parts; i++) {
            switch (random.nextInt(4)) {
                case 0 -> text.append(WORDS.get(random.nextInt(WORDS.size())));
                case 1 -> text.append(any(NOISE));
                case 2 -> text.append(any(LETTERS)).append(any(LETTERS)).append(any(LETTERS));
                default -> text.append(' ');
            }
        }
        return text.toString();
    }

    public <T> List<T> shuffled(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    private char any(String from) {
        return from.charAt(random.nextInt(from.length()));
    }
}
