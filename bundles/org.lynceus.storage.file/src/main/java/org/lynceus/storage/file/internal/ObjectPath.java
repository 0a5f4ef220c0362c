package org.lynceus.storage.file.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The names of folders and file that lead from the folder of the buckets to an object.
 *
 * @param folders the bucket first
 * @param file the last name
 */
record ObjectPath(List<String> folders, String file) {
    private static final String SLASH = "/";

    /** Copies the list. */
    ObjectPath {
        folders = List.copyOf(folders);
    }

    /** Splits bucket and key; empty when a name could lead elsewhere or names no file. */
    static Optional<ObjectPath> of(String bucket, String key) {
        List<String> names = new ArrayList<>();
        names.add(bucket);
        names.addAll(List.of(key.split(SLASH, -1)));
        if (bucket.contains(SLASH) || !names.stream().allMatch(ObjectPath::plain)) {
            return Optional.empty();
        }
        int last = names.size() - 1;
        return Optional.of(new ObjectPath(names.subList(0, last), names.get(last)));
    }

    private static boolean plain(String name) {
        return !name.isEmpty()
                && !name.equals(".")
                && !name.equals("..")
                && name.indexOf('\0') < 0
                && name.indexOf('\\') < 0;
    }
}
