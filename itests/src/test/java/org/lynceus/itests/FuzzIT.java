package org.lynceus.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Malformed requests and broken pictures, the same ones in every run with the same seed. */
@ExtendWith(RunningLynceus.class)
class FuzzIT {
    private static final System.Logger LOG = System.getLogger(FuzzIT.class.getName());
    private static final int REQUESTS = Integer.getInteger("lynceus.fuzz.requests", 1500);
    private static final long SEED = Long.getLong("lynceus.fuzz.seed", 1);
    private static final int CLIENTS = 3;
    private static final long GROWTH_MEGABYTES = 300;
    private static final byte[] PHOTO =
            TestPictures.jpeg(TestPictures.scaled(TestPictures.image("sample1.jpg"), 480, 320));

    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    private final Map<Integer, Integer> statuses = Collections.synchronizedMap(new TreeMap<>());

    @Test
    void nothingBreaksTheServer(Lynceus server) throws Exception {
        HttpCaller http = new HttpCaller(server.endpoint());
        for (int i = 0; i < 30; i++) {
            http.compareFaces(PHOTO, PHOTO);
        }
        ServerProcess process = server.process();
        long before = process.residentMegabytes();
        Set<Path> files = FileTrees.files(server.data().resolve("tmp"));

        server.store("fuzz", "a/photo.jpg", PHOTO);
        fuzz(http);
        LOG.log(Level.INFO, "answers by status: " + statuses);

        assertThat(wrong).isEmpty();
        assertThat(statuses.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(REQUESTS);
        assertThat(statuses.keySet()).contains(200, 400, 501);
        assertThat(process.isAlive()).isTrue();
        assertThat(server.process()).isEqualTo(process);
        assertThat(http.detectFaces(PHOTO).json().path("FaceDetails")).hasSize(3);
        assertThat(http.compareFaces(PHOTO, PHOTO).status()).isEqualTo(200);
        long after = process.residentMegabytes();
        LOG.log(Level.INFO, "resident MB: " + before + " before, " + after + " after");
        assertThat(after).isLessThan(before + GROWTH_MEGABYTES);
        assertThat(FileTrees.files(server.data().resolve("tmp"))).isEqualTo(files);
    }

    private void fuzz(HttpCaller http) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            Thread thread = new Thread(() -> {
                for (int n = next.getAndIncrement(); n < REQUESTS; n = next.getAndIncrement()) {
                    send(http, n);
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void send(HttpCaller http, int number) {
        BrokenRequest request = BrokenRequest.make(SEED * 1_000_003 + number);
        try {
            Answer answer = request.send(http);
            statuses.merge(answer.status(), 1, Integer::sum);
            int status = answer.status();
            if (status != 200 && status != 501 && (status < 400 || status > 499)) {
                wrong.add(number + ": " + request.kind() + " answered " + status + " " + answer.text());
            } else if (!isJson(answer)) {
                wrong.add(number + ": " + request.kind() + " answered no JSON: " + answer.text());
            }
        } catch (IOException | RuntimeException e) {
            wrong.add(number + ": " + request.kind() + " was not answered: " + e);
        }
    }

    private static boolean isJson(Answer answer) {
        try {
            return new ObjectMapper()
                    .readTree(new String(answer.body(), StandardCharsets.UTF_8))
                    .isObject();
        } catch (IOException e) {
            return false;
        }
    }
}
