package org.kakehashi.document;

/// What a filled template comes as.
public enum TemplateFormat {
    /// To be worked on further.
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    /// To be read; the Japanese font is inside.
    PDF("pdf", "application/pdf");

    private final String ending;
    private final String mediaType;

    TemplateFormat(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    public String ending() {
        return ending;
    }

    public String mediaType() {
        return mediaType;
    }
}
