package org.kakehashi.ui.export;

import java.util.Optional;

/// The forms a list is given out in, as `format=` in its address.
public enum ExportFormat {
    XLSX("xlsx", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    CSV("csv", "csv", "text/csv; charset=UTF-8"),
    CSV_CP932("csv-cp932", "csv", "text/csv; charset=windows-31j");

    private final String parameter;
    private final String extension;
    private final String mediaType;

    ExportFormat(String parameter, String extension, String mediaType) {
        this.parameter = parameter;
        this.extension = extension;
        this.mediaType = mediaType;
    }

    public static Optional<ExportFormat> of(@org.jspecify.annotations.Nullable String parameter) {
        for (ExportFormat format : values()) {
            if (format.parameter.equals(parameter)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }
}
