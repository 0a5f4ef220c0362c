package org.lynceus.forge;

/** Runs a command of the forge inside a build tool's process, where a failure must not end the process. */
public final class BuildStep {
    private BuildStep() {}

    /**
     * Runs a command.
     *
     * @param arguments command and its parameters, as for {@link Forge}
     * @throws IllegalStateException when it failed; the reason has been printed
     */
    public static void main(String[] arguments) {
        if (Forge.run(arguments) != 0) {
            throw new IllegalStateException("The forge failed: see the message above");
        }
    }
}
