package org.lynceus.packer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.lynceus.packer.family.Setting;

/** A description in the making: what the user stated comes first, the rest is assumed and remembered as such. */
final class Draft {
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<Setting> assumed = new ArrayList<>();
    private final Map<String, String> stated;

    Draft(Map<String, String> stated) {
        this.stated = new LinkedHashMap<>(stated);
        stated.forEach((key, value) -> {
            if (!key.startsWith(Setting.GRAPH)) {
                values.put(key, value);
            }
        });
    }

    /** A fact, which nobody can change. */
    void fact(String key, String value) {
        values.put(key, value);
    }

    /** Takes a value unless the user stated another or one was assumed before. */
    void assume(Setting setting) {
        if (!values.containsKey(setting.key())) {
            values.put(setting.key(), setting.value());
            assumed.add(setting);
        }
    }

    /** Takes a value for a graph, unless the user stated another for it or for all graphs. */
    void assume(String graph, Setting setting) {
        String own = "graph." + graph + "." + setting.key().substring(Setting.GRAPH.length());
        if (values.containsKey(own)) {
            return;
        }
        if (stated.containsKey(setting.key())) {
            values.put(own, stated.get(setting.key()));
            return;
        }
        values.put(own, setting.value());
        if (assumed.stream().noneMatch(known -> known.key().equals(setting.key()))) {
            assumed.add(setting);
        }
    }

    /** Writes what was stated for all graphs and that no family asked for. */
    void stateForGraph(String graph) {
        stated.forEach((key, value) -> {
            if (key.startsWith(Setting.GRAPH)) {
                values.putIfAbsent("graph." + graph + "." + key.substring(Setting.GRAPH.length()), value);
            }
        });
    }

    /** Remembers an assumption that is no value of the description. */
    void note(Setting setting) {
        if (!assumed.contains(setting)) {
            assumed.add(setting);
        }
    }

    /** A value, or another one where there is none. */
    String get(String key, String absent) {
        return values.getOrDefault(key, absent);
    }

    /** What was assumed, in order. */
    List<Setting> assumed() {
        return List.copyOf(assumed);
    }

    /** The description. */
    Properties properties() {
        Properties properties = new Properties();
        values.forEach(properties::setProperty);
        return properties;
    }
}
