package org.lynceus.packer;

import java.util.ArrayList;
import java.util.List;
import org.lynceus.forge.ForgeException;
import org.lynceus.packer.family.Setting;

/** Numbers on the command line. */
final class Numbers {
    private Numbers() {}

    /**
     * Reads numbers that commas separate; each may be a fraction such as 1/255.
     *
     * @return them as a description holds them
     * @throws ForgeException when one is no number
     */
    static String list(String option, String text) throws ForgeException {
        List<String> numbers = new ArrayList<>();
        for (String number : text.split(",", -1)) {
            numbers.add(Setting.numbers(number(option, number.strip())));
        }
        return String.join(",", numbers);
    }

    private static double number(String option, String text) throws ForgeException {
        int slash = text.indexOf('/');
        try {
            double value = slash < 0
                    ? Double.parseDouble(text)
                    : Double.parseDouble(text.substring(0, slash)) / Double.parseDouble(text.substring(slash + 1));
            if (Double.isFinite(value)) {
                return value;
            }
            throw new ForgeException(option + ": '" + text + "' is not finite");
        } catch (NumberFormatException e) {
            throw new ForgeException(option + ": '" + text + "' is no number", e);
        }
    }
}
