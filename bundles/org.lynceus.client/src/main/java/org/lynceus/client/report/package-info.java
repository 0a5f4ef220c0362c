/** Results as tables for people and as JSON for programs, both from the same values. */
package org.lynceus.client.report;
