package org.lynceus.opencv;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;

/** Frees direct buffers at once; left alone they live until the garbage collector happens to find them. Thread-safe. */
public final class DirectMemory {
    private static final MethodHandle CLEANER = findCleaner();

    private DirectMemory() {}

    /**
     * Frees a buffer, which nobody may touch afterwards.
     *
     * @param buffer as {@link ByteBuffer#allocateDirect} gave it, neither a slice nor a duplicate
     */
    public static void free(ByteBuffer buffer) {
        try {
            CLEANER.invokeExact(buffer);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("cannot free a direct buffer", e);
        }
    }

    private static MethodHandle findCleaner() {
        try {
            Class<?> unsafe = Class.forName("sun.misc.Unsafe", true, ClassLoader.getPlatformClassLoader());
            Field instance = unsafe.getDeclaredField("theUnsafe");
            instance.setAccessible(true);
            return MethodHandles.lookup()
                    .findVirtual(unsafe, "invokeCleaner", MethodType.methodType(void.class, ByteBuffer.class))
                    .bindTo(instance.get(null));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
