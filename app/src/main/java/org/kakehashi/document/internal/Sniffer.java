package org.kakehashi.document.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.Tika;
import org.apache.tika.mime.MimeTypes;

/// What a file is, found by looking at its bytes: neither the declared type nor the ending of the
/// name is asked. Of archives only the list of names is read; nothing is unpacked.
final class Sniffer {
    static final String DOCX =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String PPTX =
            "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    static final String PDF = "application/pdf";
    static final String ENCRYPTED_OFFICE = "application/x-tika-ooxml-protected";

    private static final Tika TIKA = new Tika(MimeTypes.getDefaultMimeTypes());
    private static final int HEAD = 64 * 1024;
    private static final int MOST_NAMES = 20_000;
    private static final Set<String> PROGRAMS =
            Set.of(
                    "application/x-msdownload",
                    "application/x-dosexec",
                    "application/x-executable",
                    "application/x-elf",
                    "application/x-sharedlib",
                    "application/x-object",
                    "application/x-coredump",
                    "application/x-mach-o",
                    "application/x-mach-o-executable",
                    "application/x-mach-o-universal",
                    "application/java-vm",
                    "application/java-archive",
                    "application/vnd.android.package-archive",
                    "application/x-msi",
                    "application/x-ms-shortcut",
                    "application/x-bat",
                    "application/x-sh",
                    "application/vnd.microsoft.portable-executable",
                    "application/x-ms-installer");

    private static final Map<String, String> OLE =
            Map.of(
                    "WordDocument", "application/msword",
                    "Workbook", "application/vnd.ms-excel",
                    "Book", "application/vnd.ms-excel",
                    "PowerPoint Document", "application/vnd.ms-powerpoint",
                    "EncryptedPackage", ENCRYPTED_OFFICE,
                    "__properties_version1.0", "application/vnd.ms-outlook");

    private Sniffer() {}

    static String look(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        String type = TIKA.detect(head);
        return switch (type) {
            case "application/zip", "application/x-tika-ooxml" -> archive(file);
            case "application/x-tika-msoffice" -> compound(file);
            default -> type;
        };
    }

    static boolean isProgram(String type) {
        return PROGRAMS.contains(type.replaceAll(";.*", ""));
    }

    private static String archive(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Set<String> names = new HashSet<>();
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements() && names.size() < MOST_NAMES) {
                names.add(entries.nextElement().getName());
            }
            if (names.contains("word/document.xml")) {
                return names.contains("word/vbaProject.bin")
                        ? "application/vnd.ms-word.document.macroenabled.12"
                        : DOCX;
            }
            if (names.contains("xl/workbook.xml")) {
                return names.contains("xl/vbaProject.bin")
                        ? "application/vnd.ms-excel.sheet.macroenabled.12"
                        : XLSX;
            }
            if (names.contains("ppt/presentation.xml")) {
                return PPTX;
            }
            if (names.contains("AndroidManifest.xml")) {
                return "application/vnd.android.package-archive";
            }
            if (names.contains("META-INF/MANIFEST.MF")) {
                return "application/java-archive";
            }
            ZipEntry declared = zip.getEntry("mimetype");
            return declared == null ? "application/zip" : openDocument(zip, declared);
        } catch (ZipException e) {
            return "application/zip"; // damaged, or made to be misread: kept, never opened
        } catch (IOException | IllegalArgumentException e) {
            return "application/octet-stream";
        }
    }

    private static String openDocument(ZipFile zip, ZipEntry declared) throws IOException {
        try (InputStream in = zip.getInputStream(declared)) {
            String type =
                    new String(in.readNBytes(100), java.nio.charset.StandardCharsets.US_ASCII);
            return type.strip().toLowerCase(Locale.ROOT).matches("application/[a-z0-9.+-]+")
                    ? type.strip().toLowerCase(Locale.ROOT)
                    : "application/zip";
        }
    }

    private static String compound(Path file) {
        try (POIFSFileSystem system = new POIFSFileSystem(file.toFile(), true)) {
            for (String name : system.getRoot().getEntryNames()) {
                String type = OLE.get(name);
                if (type != null) {
                    return type;
                }
            }
            return "application/x-ole-storage";
        } catch (IOException | RuntimeException e) {
            return "application/x-ole-storage";
        }
    }
}
