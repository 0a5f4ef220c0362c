package org.lynceus.evaluate.dataset;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The same 68 points in every format: point i is at (i, 2 i). */
final class Files68 {
    private Files68() {}

    static String pts() {
        return "version: 1\nn_points: 68\n{\n"
                + IntStream.range(0, 68)
                        .mapToObj(i -> i + ".0 " + 2 * i + ".0\n")
                        .collect(Collectors.joining())
                + "}\n";
    }

    static String csv(String image) {
        return "image,"
                + IntStream.range(0, 68)
                        .mapToObj(i -> "p" + i + "x,p" + i + "y")
                        .collect(Collectors.joining(","))
                + "\n" + image + ","
                + IntStream.range(0, 68).mapToObj(i -> i + "," + 2 * i).collect(Collectors.joining(","))
                + "\n";
    }

    static String xml(String image) {
        return "<?xml version='1.0'?><?xml-stylesheet type='text/xsl' href='s.xsl'?><dataset><images><image file='"
                + image + "'><box top='0' left='0' width='70' height='140'>"
                + IntStream.range(0, 68)
                        .mapToObj(i -> String.format("<part name='%02d' x='%d' y='%d'/>", i, i, 2 * i))
                        .collect(Collectors.joining())
                + "</box><box top='0' left='0' width='7' height='7'/></image></images></dataset>";
    }
}
