/**
 * Turns the files of the folder {@code conf} into configurations of ConfigurationAdmin, and edits made elsewhere back into
 * the files.
 *
 * <h2>Files</h2>
 *
 * <ul>
 *   <li>The folder is {@code conf} in the working directory. The property {@code pbx.conf} (system or framework) MAY name
 *       others, separated by commas; new files go into the first. {@code pbx.conf.only}, PIDs separated by commas, limits
 *       everything below to these PIDs.
 *   <li>A file is one configuration: {@code PID.cfg}, or {@code PID-NAME.cfg} (also {@code PID~NAME.cfg}) for the factory
 *       configuration NAME of PID. A PID MUST NOT hold '-' or '~'. Of two files for one configuration the one that was read
 *       first counts (at activation by folder and name); the other MUST be named in a WARN line.
 *   <li>The syntax is that of {@link java.util.Properties}, in UTF-8. A value is text; where the metatype definition says
 *       that a setting has several values, commas separate them ({@code \\,} is a comma inside one).
 * </ul>
 *
 * <h2>From file to configuration</h2>
 *
 * <ul>
 *   <li>At activation every file MUST be read, and its configuration set, before activation returns.
 *   <li>Later the folder is looked at every 500 ms. A changed file MUST be read only when two looks in a row found it the
 *       same; a file that two looks miss is removed, and its configuration MUST be deleted. A folder that cannot be listed
 *       MUST NOT change anything.
 *   <li>A file that is empty or cannot be read MUST NOT replace settings: one WARN line, the former stay.
 *   <li>Where a bundle defines the PID (metatype), values MUST have the defined type, and a value that is not of its type
 *       or outside minimum, maximum or options MUST be named in the file's one ERROR line, with what is expected. The
 *       former settings then stay as a whole; if there are none, or they are wrong by now themselves, the others of the file
 *       are set without the wrong ones.
 *   <li>An unknown name MUST be named in a WARN line with the nearest known one, and is passed on. Settings of
 *       Declarative Services itself ({@code NAME.target} and the like) are no unknown names.
 *   <li>A configuration MUST be updated only when it differs.
 *   <li>A configuration whose file was removed while the platform was off MUST be deleted at activation.
 * </ul>
 *
 * <h2>From configuration to file</h2>
 *
 * <ul>
 *   <li>An update or a deletion made elsewhere MUST reach the file when the configuration came from one or its PID begins
 *       with {@code pbx.}. Writing is atomic and keeps comments, order, permissions, and every line whose setting did not
 *       change. Edits of the file that were not read yet, or were refused, MUST stay in it. A new file MUST be readable by
 *       its owner only. A deleted configuration's file is renamed to {@code NAME.cfg.deleted} (with a number where that
 *       exists).
 *   <li>What was set from a file MUST NOT cause a write.
 *   <li>Values that their definition refuses MUST NOT reach a file: the former ones are set again, or where
 *       those are wrong by now themselves the others of the new, with one ERROR line.
 * </ul>
 *
 * <h2>To the components</h2>
 *
 * <ul>
 *   <li>A component MUST NOT be given values that its definition refuses, whoever set them ({@link pbx.settings.LastGood}).
 *   <li>It is given the secret that a PASSWORD setting refers to or holds sealed ({@link pbx.settings.Reveal}); what is
 *       configured stays as it was written.
 * </ul>
 *
 * <p>A log line and the audit trail MUST NOT hold the value of a setting that is a PASSWORD or whose name begins with a dot.
 * Deactivation MUST NOT delete a configuration.
 *
 * <h2>Forms</h2>
 *
 * <p>{@link pbx.settings.SettingPages} shows faces the same definitions with their values, for the PIDs that get a file.
 */
package pbx.settings;
