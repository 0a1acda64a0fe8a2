package org.kakehashi.document.internal;

import java.io.IOException;
import java.io.InputStream;

/// The beginning of a text file as characters a page can show.
public final class TextPreview {
    private TextPreview() {}

    public static String of(InputStream content, int characters) throws IOException {
        String text = TextReader.text(content.readNBytes(characters * 4));
        String shown = text.length() <= characters ? text : text.substring(0, characters);
        return shown.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").replaceAll("\\p{Cf}", "");
    }
}
