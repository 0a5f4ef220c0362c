package org.lynceus.core.internal.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in plain words what a licence that was given for weights lets one do. A reading aid: what counts is the licence as it
 * was given.
 */
final class LicenceWords {
    private static final String NOT_STATED = "not stated";

    /** The first that is found in the text tells; restrictions come before permissions. */
    private static final List<Meaning> MEANINGS = List.of(
            meaning("(?i)\\bnon-?commercial research\\b", "non-commercial research only"),
            meaning(
                    "(?i)[\\w.-]*-NC\\b[\\w.-]*|\\bnon-?commercial\\b|\\bresearch[ -](?:only|use|purposes?)|\\bacademic\\b",
                    "not for commercial use"),
            meaning("(?i)\\bproprietary\\b|\\ball rights reserved\\b", "as its owner allows"),
            meaning("\\bAGPL[\\w.-]*", "copyleft, services included"),
            meaning("\\bL?GPL[\\w.-]*|\\b[\\w.-]+-SA\\b[\\w.-]*", "copyleft"),
            meaning("\\bCC[- ]BY[\\w.-]*", "free for every use, naming its authors"),
            meaning(
                    "\\b(?:Apache[\\w.-]*|MIT|BSD[\\w.-]*|0BSD|ISC|BSL-1\\.0|Zlib|CC0[\\w.-]*|Unlicense)\\b|(?i)public domain",
                    "free for every use"));

    private static final Pattern DOUBT =
            Pattern.compile("(?i)\\b(?:unknown|inferred|not named|not stated|unclear|scraped)\\b");

    private static final Pattern RESEARCH = Pattern.compile("(?i)\\bresearch (?:terms|collections|data)\\b");

    /** A collection that is called by its name. */
    private static final Pattern COLLECTION = Pattern.compile("\\btrained on ([A-Z][\\w-]*(?: [A-Z][\\w-]*)*)");

    private record Meaning(Pattern pattern, String words) {
        Optional<String> in(String text) {
            Matcher matcher = pattern.matcher(text);
            if (!matcher.find()) {
                return Optional.empty();
            }
            String name = matcher.group();
            boolean phrase = name.equals(name.toLowerCase(Locale.ROOT));
            return Optional.of(phrase ? words : name + ": " + words);
        }
    }

    private LicenceWords() {}

    /**
     * A few words; the text itself where it names no licence that is known.
     *
     * @param given what the model's description says, if anything
     */
    static String of(Optional<String> given) {
        String text = given.map(String::strip).orElse("");
        boolean doubtful = DOUBT.matcher(text).find();
        Optional<String> words =
                MEANINGS.stream().flatMap(meaning -> meaning.in(text).stream()).findFirst();
        if (words.isEmpty()) {
            return text.isEmpty() || doubtful ? NOT_STATED : text;
        }
        if (doubtful) {
            return words.get() + ", origin unproven";
        }
        if (RESEARCH.matcher(text).find()) {
            return words.get() + ", trained on research data";
        }
        Matcher collection = COLLECTION.matcher(text);
        return collection.find() ? words.get() + ", trained on " + collection.group(1) : words.get();
    }

    private static Meaning meaning(String pattern, String words) {
        return new Meaning(Pattern.compile(pattern), words);
    }
}
