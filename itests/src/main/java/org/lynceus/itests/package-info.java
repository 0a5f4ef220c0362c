/**
 * The built distribution under test: servers started by its own script, clients, pictures, load and probes. Shared by the
 * integration tests and the benchmarks.
 */
package org.lynceus.itests;
