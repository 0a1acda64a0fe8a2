package org.kakehashi.resolver.text;

/// A 64-bit hash that grows character by character, so that every window over a text costs one step
/// more than the window before it. With a million keys a false hit is expected once in tens of
/// millions of years of steady use; no answer depends on the reverse.
public final class Hash {

    public static final long START = 0xcbf29ce484222325L;

    private Hash() {}

    public static long add(long hash, char c) {
        long mixed = (hash ^ c) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 29);
    }

    public static long add(long hash, CharSequence text) {
        long grown = hash;
        for (int i = 0; i < text.length(); i++) {
            grown = add(grown, text.charAt(i));
        }
        return grown;
    }

    /// Spreads the state over all bits; `salt` keeps families of keys apart.
    public static long finish(long hash, int salt) {
        long h = hash + salt * 0xD1B54A32D192ED03L;
        h = (h ^ (h >>> 32)) * 0xBF58476D1CE4E5B9L;
        h = (h ^ (h >>> 29)) * 0x94D049BB133111EBL;
        return h ^ (h >>> 32);
    }

    public static long of(CharSequence text, int salt) {
        return finish(add(START, text), salt);
    }
}
