/** Makes model bundles of users' own weight files, and explains what a weight file or a bundle holds. */
package org.lynceus.packer;
