import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;

/** Asks a URL as curl -f does, for machines that have neither curl nor wget: java Probe.java URL SECONDS. */
final class Probe {
    private static final int FAILED_TO_CONNECT = 7;
    private static final int HTTP_ERROR = 22;
    private static final int TIMED_OUT = 28;

    private Probe() {}

    public static void main(String[] arguments) {
        System.exit(ask(arguments[0], 1000 * Integer.parseInt(arguments[1])));
    }

    private static int ask(String url, int millis) {
        try {
            HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(millis);
            connection.setReadTimeout(millis);
            return connection.getResponseCode() < 400 ? 0 : HTTP_ERROR;
        } catch (java.net.ConnectException e) {
            return FAILED_TO_CONNECT;
        } catch (IOException e) {
            return TIMED_OUT;
        }
    }
}
