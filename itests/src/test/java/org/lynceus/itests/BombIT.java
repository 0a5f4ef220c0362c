package org.lynceus.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Small files that become very large pictures. */
@ExtendWith(RunningLynceus.class)
class BombIT {
    private static final int AT_ONCE = 16;
    private static final int SIDE = 10_000;
    private static final long MEGABYTES = 2_000;
    private static final byte[] PHOTO =
            TestPictures.jpeg(TestPictures.scaled(TestPictures.image("sample1.jpg"), 480, 320));

    private static Lynceus server;
    private static HttpCaller http;

    @BeforeAll
    static void connect(Lynceus running) {
        server = running;
        http = new HttpCaller(server.endpoint());
    }

    @Test
    void theLargestJpegsAreServedOrThrottled() throws Exception {
        assertServedOrThrottled(TestPictures.flatJpeg(SIDE, SIDE));
    }

    @Test
    void theLargestPngsAreServedOrThrottled() throws Exception {
        assertServedOrThrottled(TestPictures.flatPng(SIDE, SIDE));
    }

    @Test
    void aPictureThatOnlyClaimsItsSizeCostsNothing() throws Exception {
        byte[] jpeg = TestPictures.jpegThatClaims(PHOTO, SIDE, SIDE);
        long before = server.process().residentMegabytes();

        for (int i = 0; i < AT_ONCE; i++) {
            assertThat(http.detectFaces(jpeg).code()).isEqualTo("InvalidImageFormatException");
        }

        assertThat(server.process().residentMegabytes()).isLessThan(before + 500);
    }

    private static void assertServedOrThrottled(byte[] file) throws Exception {
        assertThat(file.length).isLessThan(5_242_880);
        List<String> outcomes = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            Thread thread = new Thread(() -> outcomes.add(outcome(file)));
            threads.add(thread);
            thread.start();
        }
        long peak = 0;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                peak = Math.max(peak, server.process().residentMegabytes());
                thread.join(50);
            }
        }

        assertThat(outcomes)
                .hasSize(AT_ONCE)
                .contains("200")
                .allSatisfy(outcome -> assertThat(outcome)
                        .isIn("200", "400 ProvisionedThroughputExceededException", "400 ThrottlingException"));
        assertThat(peak).isLessThan(MEGABYTES);
        assertThat(http.detectFaces(PHOTO).json().path("FaceDetails")).hasSize(3);
    }

    private static String outcome(byte[] file) {
        try {
            Answer answer = http.detectFaces(file);
            return answer.status() == 200 ? "200" : answer.status() + " " + answer.code();
        } catch (IOException e) {
            return e.toString();
        }
    }
}
