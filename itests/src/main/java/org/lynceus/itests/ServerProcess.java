package org.lynceus.itests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The process of a server, seen from outside.
 *
 * @param pid its number
 */
public record ServerProcess(long pid) {
    /**
     * The living processes whose command line contains a text.
     *
     * @param text such as the data folder of a server
     */
    public static List<ServerProcess> withCommandLine(String text) throws IOException {
        List<ServerProcess> found = new ArrayList<>();
        for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
            try {
                if (Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"), ISO_8859_1)
                        .contains(text)) {
                    found.add(new ServerProcess(process.pid()));
                }
            } catch (IOException e) {
                // Most likely it has ended since it was listed.
                if (process.isAlive()) {
                    throw e;
                }
            }
        }
        return found;
    }

    /** Whether it lives. */
    public boolean isAlive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Its resident memory in MiB. */
    public long residentMegabytes() throws IOException {
        return status("VmRSS:") / 1024;
    }

    /** The number of its threads. */
    public long threads() throws IOException {
        return status("Threads:");
    }

    /**
     * The files that it has open, without sockets and pipes; deleted ones too.
     *
     * @throws IOException when it is gone
     */
    public Set<String> openFiles() throws IOException {
        Set<String> open = new HashSet<>();
        List<Path> descriptors;
        try (Stream<Path> list = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            descriptors = list.toList();
        }
        for (Path descriptor : descriptors) {
            try {
                String target = Files.readSymbolicLink(descriptor).toString();
                if (target.startsWith("/") && !target.startsWith("/dev/") && !target.startsWith("/proc/")) {
                    open.add(target);
                }
            } catch (NoSuchFileException e) {
                // Closed since it was listed.
                continue;
            }
        }
        return open;
    }

    /**
     * Counts the objects of a class that are still reachable, after a full collection.
     *
     * @param className full name
     * @throws IOException when the process cannot be asked
     */
    public long instances(String className) throws IOException {
        return histogram()
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length >= 4 && columns[3].equals(className))
                .mapToLong(columns -> Long.parseLong(columns[1]))
                .sum();
    }

    private String histogram() throws IOException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        return Command.of(List.of(jcmd, Long.toString(pid), "GC.class_histogram"))
                .run()
                .orThrow()
                .output();
    }

    private long status(String name) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElseThrow(() -> new IOException("process " + pid + " has no " + name));
        }
    }
}
